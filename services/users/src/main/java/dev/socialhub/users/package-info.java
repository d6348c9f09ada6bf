/** The users service: who people are, and who follows and blocks whom. */
@NullMarked
package dev.socialhub.users;

import org.jspecify.annotations.NullMarked;
