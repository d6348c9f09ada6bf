package dev.socialhub.chat.presence;

import dev.socialhub.chat.conversation.RoomId;
import dev.socialhub.chat.redis.RedisConnections;
import dev.socialhub.shared.ids.Ids;
import io.lettuce.core.Range;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.ScoredValue;
import io.lettuce.core.api.async.RedisAsyncCommands;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The presence in Redis: a sorted set for each user with the instances, and one for each room with
 * users and instances, by the time at which an entry is out of date.
 */
@Singleton
final class RedisPresenceStore implements PresenceStore {

    private static final Logger LOG = LoggerFactory.getLogger(RedisPresenceStore.class);
    private static final Duration VALID = Duration.ofSeconds(60);
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final String SEPARATOR = " ";

    private final RedisConnections connection;
    private final Clock clock;
    private final String node;

    RedisPresenceStore(RedisConnections connection, Ids ids, Clock clock) {
        this.connection = connection;
        this.clock = clock;
        this.node = ids.next().toString();
    }

    @Override
    public void report(Collection<UUID> userIds) {
        connection
                .commands()
                .ifPresent(
                        redis -> userIds.forEach(one -> put(redis, userKey(one), List.of(node))));
    }

    @Override
    public void offline(UUID userId) {
        connection
                .commands()
                .ifPresent(redis -> {
                    var _ = redis.zrem(userKey(userId), bytes(node));
                });
    }

    @Override
    public Set<UUID> online(Set<UUID> userIds) {
        Map<UUID, RedisFuture<Long>> asked = new HashMap<>();
        connection
                .commands()
                .ifPresent(redis ->
                        userIds.forEach(
                                one -> asked.put(one, redis.zcount(userKey(one), valid()))));
        Set<UUID> online = new HashSet<>();
        asked.forEach((userId, answer) -> {
            Long nodes = await(answer);
            if (nodes != null && nodes > 0) {
                online.add(userId);
            }
        });
        return online;
    }

    @Override
    public void entered(RoomId room, Collection<Member> members) {
        connection
                .commands()
                .ifPresent(redis ->
                        put(redis, roomKey(room), members.stream().map(this::entry).toList()));
    }

    @Override
    public void left(RoomId room, Member member) {
        connection
                .commands()
                .ifPresent(redis -> {
                    var _ = redis.zrem(roomKey(room), bytes(entry(member)));
                });
    }

    @Override
    public Set<Member> in(RoomId room) {
        Set<Member> members = new HashSet<>();
        connection
                .commands()
                .ifPresent(redis -> {
                    List<byte[]> found = await(redis.zrangebyscore(roomKey(room), valid()));
                    if (found != null) {
                        found.forEach(one -> members.add(member(one)));
                    }
                });
        return members;
    }

    /** Entries that are out of date are removed on the way. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // The library's parameter is a generic array.
    private void put(RedisAsyncCommands<String, byte[]> redis, String key, List<String> entries) {
        long now = clock.millis();
        ScoredValue<byte[]>[] scored =
                entries.stream()
                        .map(one -> ScoredValue.just((double) (now + VALID.toMillis()), bytes(one)))
                        .toArray(ScoredValue[]::new);
        var _ = redis.zadd(key, scored);
        var _ = redis.zremrangebyscore(key, Range.create(0, now));
        var _ = redis.pexpire(key, VALID.toMillis());
    }

    private Range<Long> valid() {
        return Range.from(Range.Boundary.excluding(clock.millis()), Range.Boundary.unbounded());
    }

    private static <T> @Nullable T await(RedisFuture<T> answer) {
        try {
            return answer.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("Users at other instances are unknown: {}", e.toString());
            return null;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private String entry(Member member) {
        return member.userId() + SEPARATOR + member.username() + SEPARATOR + node;
    }

    private static Member member(byte[] entry) {
        String[] parts = new String(entry, StandardCharsets.UTF_8).split(SEPARATOR, 3);
        return new Member(UUID.fromString(parts[0]), parts[1]);
    }

    private static String userKey(UUID userId) {
        return "chat:presence:{" + userId + "}";
    }

    private static String roomKey(RoomId room) {
        return "chat:members:{" + room.text() + "}";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
