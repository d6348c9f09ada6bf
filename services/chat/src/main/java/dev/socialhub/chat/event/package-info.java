/** The events of clients: rooms, messages, reading, typing, presence, calls. */
@NullMarked
package dev.socialhub.chat.event;

import org.jspecify.annotations.NullMarked;
