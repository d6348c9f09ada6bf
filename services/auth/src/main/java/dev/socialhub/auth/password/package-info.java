/** Passwords: how strong they must be, and how they are stored. */
@NullMarked
package dev.socialhub.auth.password;

import org.jspecify.annotations.NullMarked;
