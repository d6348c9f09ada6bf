/** What belongs to a transaction but must happen only once it has committed. */
@NullMarked
package dev.socialhub.shared.transaction;

import org.jspecify.annotations.NullMarked;
