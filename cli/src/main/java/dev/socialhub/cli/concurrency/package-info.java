/** Waiting for a condition, and doing the same work on several things at the same time. */
@NullMarked
package dev.socialhub.cli.concurrency;

import org.jspecify.annotations.NullMarked;
