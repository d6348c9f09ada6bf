package dev.socialhub.gateway.proxy;

import dev.socialhub.gateway.GatewaySettings;
import dev.socialhub.shared.web.StrictRequestDecoder;
import dev.socialhub.shared.web.StrictServerPipeline;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpServerCodec;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;

/**
 * Inserts a {@link ClientConnection} into the pipeline of every connection to the public port,
 * before Micronaut's own handlers. Micronaut keeps serving the management port.
 */
@Singleton
@Replaces(StrictServerPipeline.class)
final class GatewayPipeline implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    static final String DECODER = "request-decoder";

    private final Provider<Gateway> gateway;
    private final int managementPort;

    GatewayPipeline(Provider<Gateway> gateway, @Value("${endpoints.all.port}") int managementPort) {
        this.gateway = gateway;
        this.managementPort = managementPort;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(
            BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new Listener());
        return event.getBean();
    }

    /** Distinguishes the two ports; only an open connection knows its port for certain. */
    private final class Listener implements NettyServerCustomizer {
        @Override
        public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            if (role != ChannelRole.CONNECTION) {
                return this;
            }
            boolean isForManagement =
                    channel.localAddress() instanceof InetSocketAddress local
                            && local.getPort() == managementPort;
            return isForManagement ? new Untouched() : new Connection(gateway.get(), channel);
        }
    }

    /** Builds the pipeline of one connection. */
    private record Connection(Gateway gateway, Channel channel) implements NettyServerCustomizer {
        @Override
        public void onStreamPipelineBuilt() {
            ChannelPipeline pipeline = channel.pipeline();
            GatewaySettings.Client limits = gateway.settings().client();
            pipeline.replace(
                    HttpServerCodec.class,
                    DECODER,
                    new StrictRequestDecoder(limits.maxUriBytes(), limits.maxHeaderBytes()));
            pipeline.addAfter(DECODER, "response-encoder", new HttpResponseEncoder());
            pipeline.addAfter("response-encoder", "gateway", new ClientConnection(gateway));
        }
    }

    private record Untouched() implements NettyServerCustomizer {}
}
