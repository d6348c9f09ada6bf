package dev.socialhub.shared.web;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpServerCodec;
import jakarta.inject.Singleton;

/**
 * Puts the strict decoder in the place of the framework's codec. A program with a pipeline of its
 * own replaces this bean.
 */
@Singleton
public class StrictServerPipeline
        implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    /** Largest header block that a caller may send, in bytes, unless a setting says otherwise. */
    static final String MAX_HEADER_BYTES = "${socialhub.max-header-bytes:16384}";

    /**
     * Room for what the gateway adds, so that no request passes there and is refused by a service.
     */
    private static final int ADDED_BY_GATEWAY = 4 * 1024;

    /** The gateway takes a quarter and encodes up to three bytes for one of them. */
    private static final int MAX_URI_BYTES = 32 * 1024;

    private final int maxHeaderBytes;

    StrictServerPipeline(@Value(MAX_HEADER_BYTES) int maxHeaderBytes) {
        this.maxHeaderBytes = maxHeaderBytes + ADDED_BY_GATEWAY;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(
            BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new Customizer());
        return event.getBean();
    }

    private final class Customizer implements NettyServerCustomizer {
        @Override
        public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return role == ChannelRole.CONNECTION
                    ? new Connection(channel.pipeline(), maxHeaderBytes)
                    : this;
        }
    }

    private record Connection(ChannelPipeline pipeline, int maxHeaderBytes)
            implements NettyServerCustomizer {
        @Override
        public void onStreamPipelineBuilt() {
            UnansweredRequests requests = new UnansweredRequests();
            pipeline.replace(
                    HttpServerCodec.class,
                    "request-decoder",
                    new ServiceRequestDecoder(MAX_URI_BYTES, maxHeaderBytes, requests));
            pipeline.addAfter(
                    "request-decoder", "response-encoder", new ServiceResponseEncoder(requests));
        }
    }
}
