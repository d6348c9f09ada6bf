/** {@code doctor}: checks of the machine, each of them pure over facts that are handed to it. */
@NullMarked
package dev.socialhub.cli.doctor;

import org.jspecify.annotations.NullMarked;
