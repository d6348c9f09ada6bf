/** The users service: who people are. */
@NullMarked
package dev.socialhub.users;

import org.jspecify.annotations.NullMarked;
