package dev.socialhub.users.cache;

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
 * The only connection to Redis, or none for the time being. No request waits for it to be
 * established: it is requested at startup, and again at most once a second when a command finds no
 * connection. Created with the context, since a client that is created on an event loop can wait
 * for that same loop forever.
 */
@Context
final class RedisConnection {

    private static final Logger LOG = LoggerFactory.getLogger(RedisConnection.class);
    private static final RedisCodec<String, byte[]> CODEC =
            RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);
    private static final long RETRY_INTERVAL = TimeUnit.SECONDS.toNanos(1);

    private final RedisClient client;
    private final RedisURI uri;
    private final AtomicBoolean connecting = new AtomicBoolean();
    private final AtomicBoolean missed = new AtomicBoolean();
    private final AtomicLong lastAttempt = new AtomicLong(System.nanoTime() - RETRY_INTERVAL);
    private volatile @Nullable StatefulRedisConnection<String, byte[]> connection;

    RedisConnection(RedisClient client, AbstractRedisConfiguration configuration) {
        this.client = client;
        uri = configuration.getUri().orElseThrow();
        uri.setTimeout(RedisClientSetup.CONNECT_TIMEOUT);
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

    /** Drops a connection that delivers no answers; the next command requests a new one. */
    void drop() {
        StatefulRedisConnection<String, byte[]> current = connection;
        connection = null;
        if (current != null) {
            var _ = current.closeAsync();
        }
    }

    private void connect() {
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
                        "Redis can't be reached; profiles are read from the database: {}",
                        error.toString());
            }
        } else if (missed.compareAndSet(true, false)) {
            LOG.info("Redis can be reached again");
        }
    }

    /** The factory of the client closes the client, but not the threads that it created for it. */
    @PreDestroy
    void close() {
        client.shutdown(0, 1, TimeUnit.SECONDS);
        var _ = client.getResources().shutdown(0, 1, TimeUnit.SECONDS);
    }
}
