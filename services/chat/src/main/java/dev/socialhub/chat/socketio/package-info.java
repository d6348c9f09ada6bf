/** The packets of Socket.IO, protocol version 5, without any input or output. */
@NullMarked
package dev.socialhub.chat.socketio;

import org.jspecify.annotations.NullMarked;
