package dev.socialhub.chat.fanout;

import dev.socialhub.chat.conversation.Audience;
import dev.socialhub.chat.redis.RedisConnections;
import dev.socialhub.chat.redis.RedisListener;
import dev.socialhub.shared.ids.Ids;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Redis's publishing, with a channel for each room and each user. */
@Singleton
final class RedisBus implements InstanceBus {

    private static final String PREFIX = "chat:";

    private final RedisConnections connection;
    private final String origin;

    RedisBus(RedisConnections connection, Ids ids) {
        this.connection = connection;
        this.origin = ids.next().toString();
    }

    @Override
    public CompletionStage<?> publish(Audience audience, String name, byte[] body) {
        return connection
                .commands()
                .<CompletionStage<?>>map(redis ->
                        redis.publish(channel(audience), new Frame(origin, name, body).encoded()))
                .orElseGet(() ->
                        CompletableFuture.failedFuture(
                                new IllegalStateException("no connection to Redis")));
    }

    @Override
    public CompletionStage<?> subscribe(Audience audience) {
        return connection.subscribe(channel(audience));
    }

    @Override
    public void unsubscribe(Audience audience) {
        connection.unsubscribe(channel(audience));
    }

    @Override
    public void start(Receiver receiver) {
        connection.listen(
                new RedisListener() {
                    @Override
                    public void received(String channel, byte[] message) {
                        Frame frame = Frame.decoded(message);
                        if (!frame.origin().equals(origin)) {
                            Audience.ofGroup(channel.substring(PREFIX.length()))
                                    .ifPresent(audience ->
                                            receiver.received(
                                                    audience, frame.name(), frame.body()));
                        }
                    }

                    @Override
                    public void connected() {
                        receiver.connected();
                    }
                });
    }

    private static String channel(Audience audience) {
        return PREFIX + audience.group();
    }
}
