/** The accounts that auth keeps, as other services ask for them. */
@NullMarked
package dev.socialhub.people.account;

import org.jspecify.annotations.NullMarked;
