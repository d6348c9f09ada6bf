/** The messages of a conversation, by REST. */
@NullMarked
package dev.socialhub.chat.history;

import org.jspecify.annotations.NullMarked;
