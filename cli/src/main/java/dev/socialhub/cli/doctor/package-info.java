/** {@code doctor}: checks of the machine, each a pure function of facts that are passed to it. */
@NullMarked
package dev.socialhub.cli.doctor;

import org.jspecify.annotations.NullMarked;
