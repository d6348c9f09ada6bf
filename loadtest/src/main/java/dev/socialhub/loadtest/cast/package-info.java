/** The people whom a run makes, and takes away again. */
@NullMarked
package dev.socialhub.loadtest.cast;

import org.jspecify.annotations.NullMarked;
