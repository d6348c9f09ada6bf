package dev.socialhub.chat.transport;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketServerExtensionHandler;
import jakarta.inject.Singleton;

/**
 * Removes the compression of WebSocket messages, which the framework always offers: it would have
 * to compress a message for each of its receivers, and keeps a window for each connection.
 */
@Singleton
final class CompressionOff implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    @Override
    public NettyServerCustomizer.Registry onCreated(
            BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new Customizer());
        return event.getBean();
    }

    private static final class Customizer implements NettyServerCustomizer {
        @Override
        public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return role == ChannelRole.CONNECTION
                    ? new WithoutCompression(channel.pipeline())
                    : this;
        }
    }

    private record WithoutCompression(ChannelPipeline pipeline) implements NettyServerCustomizer {
        @Override
        public void onStreamPipelineBuilt() {
            ChannelHandler compression = pipeline.get(WebSocketServerExtensionHandler.class);
            if (compression != null) {
                pipeline.remove(compression);
            }
        }
    }
}
