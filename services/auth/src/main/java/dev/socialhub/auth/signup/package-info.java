/** The creation of accounts. */
@NullMarked
package dev.socialhub.auth.signup;

import org.jspecify.annotations.NullMarked;
