/** The meters of connections and sockets. */
@NullMarked
package dev.socialhub.chat.metrics;

import org.jspecify.annotations.NullMarked;
