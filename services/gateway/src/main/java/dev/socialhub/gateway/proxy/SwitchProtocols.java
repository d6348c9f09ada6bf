package dev.socialhub.gateway.proxy;

import dev.socialhub.gateway.stream.Splice;
import dev.socialhub.gateway.upstream.UpstreamConnection;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.timeout.IdleStateHandler;

/** Turns the connections of a client and of a service from HTTP into a splice. */
final class SwitchProtocols {

    private SwitchProtocols() {}

    /**
     * Sends the service's answer, after which neither connection is read as HTTP. Each side's
     * decoder goes last: it passes on what it has read beyond the handshake, such as a frame that
     * came along with the answer, and that must find everything else in place.
     *
     * @param client the place of the client connection's handler, which leaves its pipeline
     */
    static void run(
            ChannelHandlerContext client,
            HttpResponse answer,
            UpstreamConnection service,
            Splice splice) {
        client.writeAndFlush(
                new DefaultFullHttpResponse(
                        answer.protocolVersion(),
                        answer.status(),
                        Unpooled.EMPTY_BUFFER,
                        answer.headers(),
                        EmptyHttpHeaders.INSTANCE),
                client.voidPromise());
        ChannelPipeline pipeline = client.pipeline();
        removeHandlersOfMicronaut(client);
        pipeline.replace(client.handler(), "splice", splice.clientSide());
        pipeline.remove(HttpResponseEncoder.class);
        service.takeOver(splice.serviceSide());
        pipeline.remove(GatewayPipeline.DECODER);
        splice.start();
    }

    private static void removeHandlersOfMicronaut(ChannelHandlerContext client) {
        ChannelPipeline pipeline = client.pipeline();
        while (!client.equals(pipeline.lastContext())) {
            pipeline.removeLast();
        }
        if (pipeline.get(IdleStateHandler.class) != null) {
            pipeline.remove(IdleStateHandler.class);
        }
    }
}
