/** Clients as the domain sees them: sockets, groups, events in and out. */
@NullMarked
package dev.socialhub.chat.socket;

import org.jspecify.annotations.NullMarked;
