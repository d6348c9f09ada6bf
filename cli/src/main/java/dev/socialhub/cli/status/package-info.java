/** The command status: which processes run, and how they are. */
@NullMarked
package dev.socialhub.cli.status;

import org.jspecify.annotations.NullMarked;
