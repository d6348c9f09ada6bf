/** The accounts that auth keeps, as other services ask for them. */
@NullMarked
package dev.socialhub.accounts;

import org.jspecify.annotations.NullMarked;
