/** The proxy itself: one handler for a client connection, one object for each exchange on it. */
@NullMarked
package dev.socialhub.gateway.proxy;

import org.jspecify.annotations.NullMarked;
