/** The users that a run creates, and deletes again. */
@NullMarked
package dev.socialhub.loadtest.cast;

import org.jspecify.annotations.NullMarked;
