/** A new account. */
@NullMarked
package dev.socialhub.auth.signup;

import org.jspecify.annotations.NullMarked;
