/** The accounts that auth keeps, as other services ask for them. */
@NullMarked
package dev.socialhub.shared.accounts;

import org.jspecify.annotations.NullMarked;
