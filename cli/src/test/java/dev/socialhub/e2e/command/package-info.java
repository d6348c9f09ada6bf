/** Every command of the tool, in a pipe and on a terminal. */
@NullMarked
package dev.socialhub.e2e.command;

import org.jspecify.annotations.NullMarked;
