/** The users service: profiles, and follows and blocks between users. */
@NullMarked
package dev.socialhub.users;

import org.jspecify.annotations.NullMarked;
