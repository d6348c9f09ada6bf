/** Accounts, passwords, sessions and the keys that sign access tokens. */
@NullMarked
package dev.socialhub.auth;

import org.jspecify.annotations.NullMarked;
