package dev.socialhub.gateway.admission;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * What is particular about a request to a route for streams.
 *
 * @param client the client's own address, for the limits per address
 * @param isUpgrade whether the connection shall become a WebSocket
 * @param node the node that holds the request's session; null when it has none yet
 */
public record StreamRequest(InetAddress client, boolean isUpgrade, @Nullable String node) {}
