/** The metrics of processes, and where they are exposed. */
@NullMarked
package dev.socialhub.cli.metrics;

import org.jspecify.annotations.NullMarked;
