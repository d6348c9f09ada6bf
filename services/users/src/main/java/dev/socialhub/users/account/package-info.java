/** Handles auth's events about accounts: a new one gets its profile, a deleted one is erased. */
@NullMarked
package dev.socialhub.users.account;

import org.jspecify.annotations.NullMarked;
