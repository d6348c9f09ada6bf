/** Conversations: their ids, what is recorded about each, and which ones a user has. */
@NullMarked
package dev.socialhub.chat.conversation;

import org.jspecify.annotations.NullMarked;
