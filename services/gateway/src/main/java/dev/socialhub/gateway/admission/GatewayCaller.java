package dev.socialhub.gateway.admission;

import java.net.InetAddress;

/**
 * The other end of a client connection.
 *
 * @param isSecure whether it speaks TLS to the gateway
 */
public record GatewayCaller(InetAddress address, boolean isSecure) {}
