/** The part of profiles that is taken from accounts, compared with auth and corrected. */
@NullMarked
package dev.socialhub.users.account;

import org.jspecify.annotations.NullMarked;
