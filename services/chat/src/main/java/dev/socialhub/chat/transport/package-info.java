/** Connections of clients, over long polling and WebSockets. */
@NullMarked
package dev.socialhub.chat.transport;

import org.jspecify.annotations.NullMarked;
