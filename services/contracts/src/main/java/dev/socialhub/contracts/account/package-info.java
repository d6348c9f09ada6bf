/** What auth tells other services about an account when they ask. */
@NullMarked
package dev.socialhub.contracts.account;

import org.jspecify.annotations.NullMarked;
