/** Leaving for good. */
@NullMarked
package dev.socialhub.auth.deletion;

import org.jspecify.annotations.NullMarked;
