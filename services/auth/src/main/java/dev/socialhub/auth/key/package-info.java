/** The keys with which access tokens are signed. */
@NullMarked
package dev.socialhub.auth.key;

import org.jspecify.annotations.NullMarked;
