/** The noun {@code users}: accounts, and what each service stores about a user. */
@NullMarked
package dev.socialhub.cli.users;

import org.jspecify.annotations.NullMarked;
