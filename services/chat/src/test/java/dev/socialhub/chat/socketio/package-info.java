@NullMarked
package dev.socialhub.chat.socketio;

import org.jspecify.annotations.NullMarked;
