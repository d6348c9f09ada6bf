/** The noun {@code users}: accounts, and what each service holds of a person. */
@NullMarked
package dev.socialhub.cli.users;

import org.jspecify.annotations.NullMarked;
