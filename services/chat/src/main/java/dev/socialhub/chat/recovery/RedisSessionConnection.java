package dev.socialhub.chat.recovery;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.micronaut.configuration.lettuce.AbstractRedisConfiguration;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to Redis for the records of sockets, or none for the time being. Nothing waits for
 * it to be established. Created with the context, since a client that is created on an event loop
 * can wait for that same loop forever.
 */
@Context
final class RedisSessionConnection {

    private static final Logger LOG = LoggerFactory.getLogger(RedisSessionConnection.class);
    private static final RedisCodec<String, byte[]> CODEC =
            RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);
    private static final long RETRY_INTERVAL = TimeUnit.SECONDS.toNanos(1);

    private final RedisClient client;
    private final RedisURI uri;
    private final AtomicBoolean connecting = new AtomicBoolean();
    private final AtomicBoolean missed = new AtomicBoolean();
    private final AtomicLong lastAttempt = new AtomicLong(System.nanoTime() - RETRY_INTERVAL);
    private volatile @Nullable StatefulRedisConnection<String, byte[]> connection;

    RedisSessionConnection(RedisClient client, AbstractRedisConfiguration configuration) {
        this.client = client;
        this.uri = configuration.getUri().orElseThrow();
        connect();
    }

    /** Commands to Redis; empty while there is no connection. */
    Optional<RedisAsyncCommands<String, byte[]>> commands() {
        StatefulRedisConnection<String, byte[]> current = connection;
        if (current != null && current.isOpen()) {
            return Optional.of(current.async());
        }
        connect();
        return Optional.empty();
    }

    private void connect() {
        StatefulRedisConnection<String, byte[]> current = connection;
        if (current != null && current.getOptions().isAutoReconnect()) {
            // It comes back by itself.
            return;
        }
        long last = lastAttempt.get();
        if (System.nanoTime() - last < RETRY_INTERVAL || !connecting.compareAndSet(false, true)) {
            return;
        }
        lastAttempt.set(System.nanoTime());
        var _ = client.connectAsync(CODEC, uri).whenComplete(this::connected);
    }

    private void connected(
            @Nullable StatefulRedisConnection<String, byte[]> made, @Nullable Throwable error) {
        connection = made;
        connecting.set(false);
        if (error != null) {
            if (missed.compareAndSet(false, true)) {
                LOG.warn(
                        "Redis can't be reached; clients begin anew after a broken connection: {}",
                        error.toString());
            }
        } else if (missed.compareAndSet(true, false)) {
            LOG.info("Redis can be reached again");
        }
    }

    @PreDestroy
    void close() {
        StatefulRedisConnection<String, byte[]> current = connection;
        if (current != null) {
            current.close();
        }
    }
}
