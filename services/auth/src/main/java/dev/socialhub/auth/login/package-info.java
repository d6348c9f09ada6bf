/** Logging in to an existing account. */
@NullMarked
package dev.socialhub.auth.login;

import org.jspecify.annotations.NullMarked;
