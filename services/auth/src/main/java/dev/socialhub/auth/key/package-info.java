/** The keys that access tokens are signed with. */
@NullMarked
package dev.socialhub.auth.key;

import org.jspecify.annotations.NullMarked;
