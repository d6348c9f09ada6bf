/** All accounts, including deleted ones, for operators to look up. */
@NullMarked
package dev.socialhub.auth.directory;

import org.jspecify.annotations.NullMarked;
