/** The permanent deletion of accounts. */
@NullMarked
package dev.socialhub.auth.deletion;

import org.jspecify.annotations.NullMarked;
