/** The packets of Engine.IO, protocol version 4, without any input or output. */
@NullMarked
package dev.socialhub.chat.engineio;

import org.jspecify.annotations.NullMarked;
