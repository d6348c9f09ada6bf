/** The events of the main namespace as plain JSON over a WebSocket, without Socket.IO. */
@NullMarked
package dev.socialhub.chat.plain;

import org.jspecify.annotations.NullMarked;
