/** A device that is signed in, and its tokens. */
@NullMarked
package dev.socialhub.auth.session;

import org.jspecify.annotations.NullMarked;
