/** All accounts, also those that were deleted, for operators to look up. */
@NullMarked
package dev.socialhub.auth.directory;

import org.jspecify.annotations.NullMarked;
