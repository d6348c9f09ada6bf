package dev.socialhub.chat.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.micronaut.configuration.lettuce.AbstractRedisConfiguration;
import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections to Redis: one for commands and one for subscriptions, or none for the time being.
 * No client waits for them. They are checked four times a second, and made anew together. Created
 * with the context, since a client that is created on an event loop can wait for that same loop
 * forever.
 */
@Context
public class RedisConnections {

    private static final Logger LOG = LoggerFactory.getLogger(RedisConnections.class);
    private static final RedisCodec<String, byte[]> CODEC =
            RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);

    private final RedisClient client;
    private final RedisURI uri;
    private final Set<String> channels = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean connecting = new AtomicBoolean();
    private final AtomicBoolean missed = new AtomicBoolean();
    private volatile @Nullable RedisListener listener;
    private volatile @Nullable Pair current;

    RedisConnections(RedisClient client, AbstractRedisConfiguration configuration) {
        this.client = client;
        this.uri = configuration.getUri().orElseThrow();
        this.uri.setTimeout(RedisClientOptions.TIMEOUT);
    }

    private record Pair(
            StatefulRedisConnection<String, byte[]> commands,
            StatefulRedisPubSubConnection<String, byte[]> subscriptions) {

        boolean isOpen() {
            return commands.isOpen() && subscriptions.isOpen();
        }

        void close() {
            if (commands.isOpen()) {
                var _ = commands.closeAsync();
            }
            if (subscriptions.isOpen()) {
                var _ = subscriptions.closeAsync();
            }
        }
    }

    /** Commands; empty while there is no connection. */
    public Optional<RedisAsyncCommands<String, byte[]>> commands() {
        Pair pair = current;
        return pair != null && pair.isOpen()
                ? Optional.of(pair.commands.async())
                : Optional.empty();
    }

    /** Names the only receiver of what is published, and connects. */
    public void listen(RedisListener receiver) {
        listener = receiver;
        connect();
    }

    /**
     * Subscribes to a channel, now and after each reconnection.
     *
     * @return completes when Redis has confirmed it; exceptionally without a connection
     */
    public CompletionStage<?> subscribe(String channel) {
        channels.add(channel);
        Pair pair = current;
        return pair != null && pair.isOpen()
                ? pair.subscriptions.async().subscribe(channel)
                : CompletableFuture.failedFuture(new IllegalStateException("no connection"));
    }

    public void unsubscribe(String channel) {
        channels.remove(channel);
        Pair pair = current;
        if (pair != null && pair.isOpen()) {
            var _ = pair.subscriptions.async().unsubscribe(channel);
        }
    }

    /** A server that is silent for too long counts as unavailable. */
    @Scheduled(initialDelay = "250ms", fixedDelay = "250ms")
    void check() {
        Pair pair = current;
        if (pair == null || !pair.isOpen()) {
            connect();
            return;
        }
        RedisFuture<String> answer = pair.commands.async().ping();
        try {
            if (!answer.await(RedisClientOptions.TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                pair.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void connect() {
        if (listener == null || !connecting.compareAndSet(false, true)) {
            return;
        }
        drop();
        var _ =
                CompletableFuture.completedFuture(uri)
                        .thenCompose(one -> client.connectPubSubAsync(CODEC, one))
                        .thenCompose(subscriptions ->
                                client.connectAsync(CODEC, uri)
                                        .thenApply(commands -> new Pair(commands, subscriptions))
                                        .whenComplete((_, error) -> {
                                            if (error != null) {
                                                var _ = subscriptions.closeAsync();
                                            }
                                        }))
                        .thenCompose(this::subscribeAgain)
                        .whenComplete(this::connected);
    }

    private void drop() {
        Pair half = current;
        current = null;
        if (half != null) {
            half.close();
        }
    }

    private CompletionStage<Pair> subscribeAgain(Pair pair) {
        pair.subscriptions.addListener(new Receiver());
        // From now on new channels are subscribed to by this connection.
        current = pair;
        String[] wanted = channels.toArray(String[]::new);
        return wanted.length == 0
                ? CompletableFuture.completedFuture(pair)
                : pair.subscriptions
                        .async()
                        .subscribe(wanted)
                        .toCompletableFuture()
                        .orTimeout(RedisClientOptions.TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                        .thenApply(_ -> pair);
    }

    private void connected(@Nullable Pair made, @Nullable Throwable error) {
        connecting.set(false);
        if (made == null) {
            drop();
            if (missed.compareAndSet(false, true)) {
                LOG.warn(
                        "Redis can't be reached; each instance serves its own clients: {}",
                        String.valueOf(error));
            }
            return;
        }
        if (missed.compareAndSet(true, false)) {
            LOG.info("Redis can be reached again");
        }
        RedisListener receiver = listener;
        if (receiver != null) {
            receiver.connected();
        }
    }

    /** The factory of the client closes the client, but not the threads that it created for it. */
    @PreDestroy
    void close() {
        listener = null;
        client.shutdown(0, 1, TimeUnit.SECONDS);
        var _ = client.getResources().shutdown(0, 1, TimeUnit.SECONDS);
    }

    private final class Receiver extends RedisPubSubAdapter<String, byte[]> {

        @Override
        public void message(String channel, byte[] message) {
            RedisListener receiver = listener;
            if (receiver != null) {
                receiver.received(channel, message);
            }
        }
    }
}
