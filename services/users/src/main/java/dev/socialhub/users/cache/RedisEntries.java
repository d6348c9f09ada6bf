package dev.socialhub.users.cache;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The entries in Redis. Every wait is bounded; after several failures the circuit opens, so that
 * with an unresponsive Redis one request a second waits, and the others don't.
 */
@Singleton
final class RedisEntries implements UserEntries {

    private static final Duration LEASE = Duration.ofSeconds(10);

    private static final String FIND =
            """
            local entry = redis.call('get', KEYS[1])
            if not entry then
              redis.call('set', KEYS[2], ARGV[1], 'px', ARGV[2])
            end
            return entry
            """;
    private static final String FILL =
            """
            if redis.call('get', KEYS[2]) ~= ARGV[1] then
              return 0
            end
            redis.call('del', KEYS[2])
            redis.call('set', KEYS[1], ARGV[2], 'px', ARGV[3])
            return 1
            """;

    private final RedisConnection connection;
    private final CacheConfiguration configuration;
    private final CircuitBreaker circuit =
            CircuitBreaker.of(
                    "cache",
                    CircuitBreakerConfig.custom()
                            .slidingWindowSize(10)
                            .minimumNumberOfCalls(5)
                            .failureRateThreshold(50)
                            .permittedNumberOfCallsInHalfOpenState(1)
                            .waitDurationInOpenState(Duration.ofSeconds(1))
                            .writableStackTraceEnabled(false)
                            .build());

    RedisEntries(RedisConnection connection, CacheConfiguration configuration) {
        this.connection = connection;
        this.configuration = configuration;
        circuit.getEventPublisher()
                .onStateTransition(change -> {
                    if (change.getStateTransition().getToState() == State.OPEN) {
                        connection.drop();
                    }
                });
    }

    @Override
    public Optional<byte[]> find(UUID userId, String token) {
        byte[] entry =
                ask(redis ->
                        redis.eval(
                                FIND,
                                ScriptOutputType.VALUE,
                                keys(userId),
                                bytes(token),
                                millis(LEASE)));
        return Optional.ofNullable(entry);
    }

    @Override
    public void fill(UUID userId, String token, byte[] entry) {
        // Not waited for: if the entry isn't stored, the next read creates it again.
        connection
                .commands()
                .ifPresent(redis -> {
                    var _ =
                            redis.eval(
                                    FILL,
                                    ScriptOutputType.INTEGER,
                                    keys(userId),
                                    bytes(token),
                                    entry,
                                    millis(configuration.ttl()));
                });
    }

    @Override
    public void forget(Collection<UUID> userIds) {
        // One command for all keys: each command has a cost in the client's threads and the kernel.
        String[] keys =
                userIds.stream()
                        .flatMap(userId -> Arrays.stream(keys(userId)))
                        .toArray(String[]::new);
        if (keys.length > 0) {
            ask(redis -> redis.unlink(keys));
        }
    }

    private <T> @Nullable T ask(Function<RedisAsyncCommands<String, byte[]>, Future<T>> command) {
        RedisAsyncCommands<String, byte[]> redis =
                connection
                        .commands()
                        .orElseThrow(() -> new CacheUnavailable("no connection to Redis", null));
        if (!circuit.tryAcquirePermission()) {
            throw new CacheUnavailable("Redis has not answered lately", null);
        }
        long start = System.nanoTime();
        try {
            T answer =
                    command.apply(redis)
                            .get(configuration.timeout().toMillis(), TimeUnit.MILLISECONDS);
            circuit.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            return answer;
        } catch (InterruptedException e) {
            circuit.releasePermission();
            Thread.currentThread().interrupt();
            throw new CacheUnavailable("interrupted", e);
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            circuit.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, e);
            throw new CacheUnavailable("Redis does not answer: " + e, e);
        }
    }

    /** The braces keep both keys on one node of a cluster. */
    private static String[] keys(UUID userId) {
        return new String[] {"users:{" + userId + "}:card", "users:{" + userId + "}:lease"};
    }

    private static byte[] millis(Duration duration) {
        return bytes(Long.toString(duration.toMillis()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
