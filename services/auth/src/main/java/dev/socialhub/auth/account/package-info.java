/** Who has an account here. */
@NullMarked
package dev.socialhub.auth.account;

import org.jspecify.annotations.NullMarked;
