/** The files, messages and arguments that the generator exchanges with the tool that starts it. */
@NullMarked
package dev.socialhub.loadtest.format;

import org.jspecify.annotations.NullMarked;
