/** Coming back to an account. */
@NullMarked
package dev.socialhub.auth.login;

import org.jspecify.annotations.NullMarked;
