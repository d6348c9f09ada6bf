/** The accounts of the platform. */
@NullMarked
package dev.socialhub.auth.account;

import org.jspecify.annotations.NullMarked;
