/** Accounts of sample users, for operators that need data for demonstrations or measurements. */
@NullMarked
package dev.socialhub.auth.seed;

import org.jspecify.annotations.NullMarked;
