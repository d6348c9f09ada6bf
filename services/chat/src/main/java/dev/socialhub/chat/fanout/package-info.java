/** Brings stored messages and other events to the clients of every instance. */
@NullMarked
package dev.socialhub.chat.fanout;

import org.jspecify.annotations.NullMarked;
