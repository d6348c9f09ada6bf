/** WebSockets that pass the gateway as bytes, and the places that streams take. */
@NullMarked
package dev.socialhub.gateway.stream;

import org.jspecify.annotations.NullMarked;
