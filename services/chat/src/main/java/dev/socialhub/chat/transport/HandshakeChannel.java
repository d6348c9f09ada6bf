package dev.socialhub.chat.transport;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.channel.Channel;

/** Finds the channel that a request came over. */
final class HandshakeChannel {

    private HandshakeChannel() {}

    static Channel of(HttpRequest<?> request) {
        return switch (request) {
            case NettyHttpRequest<?> received -> received.getChannelHandlerContext().channel();
            case HttpRequestWrapper<?> wrapper -> of(wrapper.getDelegate());
            default -> throw new IllegalArgumentException("not a request that was received");
        };
    }
}
