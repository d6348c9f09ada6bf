/** Everything that other services may know of accounts, in parts, for those that keep copies. */
@NullMarked
package dev.socialhub.auth.snapshot;

import org.jspecify.annotations.NullMarked;
