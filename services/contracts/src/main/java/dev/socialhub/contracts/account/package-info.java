/** The data about an account that auth gives other services on request. */
@NullMarked
package dev.socialhub.contracts.account;

import org.jspecify.annotations.NullMarked;
