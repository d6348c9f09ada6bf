/** Passwords: how good they must be, and how they are kept. */
@NullMarked
package dev.socialhub.auth.password;

import org.jspecify.annotations.NullMarked;
