/** The events about users that the auth and users services publish. */
@NullMarked
package dev.socialhub.contracts.user;

import org.jspecify.annotations.NullMarked;
