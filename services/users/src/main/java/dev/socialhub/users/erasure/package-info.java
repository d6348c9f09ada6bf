/** The data of users that is erased when their account is deleted. */
@NullMarked
package dev.socialhub.users.erasure;

import org.jspecify.annotations.NullMarked;
