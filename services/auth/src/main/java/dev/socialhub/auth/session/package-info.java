/** A device that is signed in, and the tokens it bears. */
@NullMarked
package dev.socialhub.auth.session;

import org.jspecify.annotations.NullMarked;
