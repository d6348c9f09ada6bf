/** The accounts that auth keeps, as this service asks for them. */
@NullMarked
package dev.socialhub.users.account;

import org.jspecify.annotations.NullMarked;
