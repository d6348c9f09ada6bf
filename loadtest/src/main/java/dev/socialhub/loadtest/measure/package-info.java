/** Counts and times of operations, and the outcome that contains them. */
@NullMarked
package dev.socialhub.loadtest.measure;

import org.jspecify.annotations.NullMarked;
