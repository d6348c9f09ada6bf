/** Starting, draining and stopping processes. */
@NullMarked
package dev.socialhub.cli.process;

import org.jspecify.annotations.NullMarked;
