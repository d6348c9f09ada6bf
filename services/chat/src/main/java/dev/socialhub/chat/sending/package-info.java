/** Sending a message to a conversation. */
@NullMarked
package dev.socialhub.chat.sending;

import org.jspecify.annotations.NullMarked;
