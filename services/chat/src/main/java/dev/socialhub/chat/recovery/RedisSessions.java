package dev.socialhub.chat.recovery;

import dev.socialhub.chat.redis.RedisConnections;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The records in Redis, each under a key that expires. */
@Singleton
final class RedisSessions implements SessionStore {

    private static final Logger LOG = LoggerFactory.getLogger(RedisSessions.class);

    private final RedisConnections connection;
    private final RecoveryConfiguration settings;
    private final JsonMapper json;

    RedisSessions(RedisConnections connection, RecoveryConfiguration settings, JsonMapper json) {
        this.connection = connection;
        this.settings = settings;
        this.json = json;
    }

    @Override
    public void save(String privateId, SessionRecord session) {
        connection
                .commands()
                .ifPresent(redis -> {
                    try {
                        var _ =
                                redis.psetex(
                                        key(privateId),
                                        settings.window().toMillis(),
                                        json.writeValueAsBytes(session));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    @Override
    public Optional<SessionRecord> take(String privateId, UUID userId) {
        return connection.commands().flatMap(redis -> take(redis, key(privateId), userId));
    }

    private Optional<SessionRecord> take(
            RedisAsyncCommands<String, byte[]> redis, String key, UUID userId) {
        byte[] stored = await(redis.get(key));
        if (stored == null) {
            return Optional.empty();
        }
        @Nullable SessionRecord session;
        try {
            session = json.readValue(stored, SessionRecord.class);
        } catch (IOException e) {
            LOG.warn("A client begins anew, since its record can't be read: {}", e.toString());
            return Optional.empty();
        }
        if (session == null || !session.userId().equals(userId)) {
            return Optional.empty();
        }
        // Of two connections that continue it, one removes it.
        Long removed = await(redis.del(key));
        return removed != null && removed == 1 ? Optional.of(session) : Optional.empty();
    }

    private <T> @Nullable T await(RedisFuture<T> answer) {
        try {
            return answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("A client begins anew, since Redis does not answer: {}", e.toString());
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    @Override
    public void remove(String privateId) {
        connection
                .commands()
                .ifPresent(redis -> {
                    var _ = redis.unlink(key(privateId));
                });
    }

    private static String key(String privateId) {
        return "chat:session:{" + privateId + "}";
    }
}
