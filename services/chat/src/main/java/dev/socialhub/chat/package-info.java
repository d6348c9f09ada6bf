/** Rooms and direct conversations over Socket.IO, WebSockets and REST. */
@NullMarked
package dev.socialhub.chat;

import org.jspecify.annotations.NullMarked;
