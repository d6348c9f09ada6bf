/** The users that a run creates, and deletes again. */
@NullMarked
package dev.socialhub.loadtest.users;

import org.jspecify.annotations.NullMarked;
