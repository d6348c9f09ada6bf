package dev.socialhub.chat.fanout;

import dev.socialhub.chat.conversation.Audience;
import dev.socialhub.chat.conversation.Audience.InRoom;
import dev.socialhub.chat.conversation.Audience.OfUser;
import dev.socialhub.chat.conversation.ConversationId;
import dev.socialhub.chat.conversation.DirectId;
import dev.socialhub.chat.conversation.RoomId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * The conversations that this instance has clients in: the rooms that they have entered, and the
 * direct conversations of connected users that had a message since.
 */
@Singleton
class OpenConversations {

    private static final int LOCKS = 1_024;

    private final Clock clock;
    private final Map<ConversationId, Sequencer> sequencers = new ConcurrentHashMap<>();
    private final Map<UUID, Instant> users = new ConcurrentHashMap<>();
    private final List<ReentrantLock> locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toList();

    OpenConversations(Clock clock) {
        this.clock = clock;
    }

    void open(Audience audience) {
        switch (audience) {
            case InRoom(RoomId room) -> sequencers.put(room, new Sequencer(clock.instant()));
            case OfUser(UUID userId) -> users.put(userId, clock.instant());
        }
    }

    void close(Audience audience) {
        switch (audience) {
            case InRoom(RoomId room) -> sequencers.remove(room);
            case OfUser(UUID userId) -> {
                users.remove(userId);
                sequencers
                        .keySet()
                        .removeIf(id ->
                                id instanceof DirectId direct
                                        && direct.has(userId)
                                        && !users.containsKey(direct.other(userId)));
            }
        }
    }

    /** Guards the sequencer of a conversation, and what its clients are sent. */
    ReentrantLock lock(ConversationId id) {
        return locks.get(Math.floorMod(id.hashCode(), LOCKS));
    }

    /** The order of a conversation; empty without clients in it. */
    Optional<Sequencer> find(ConversationId id) {
        return switch (id) {
            case RoomId room -> Optional.ofNullable(sequencers.get(room));
            case DirectId direct ->
                    direct.members().stream()
                            .map(users::get)
                            .filter(Objects::nonNull)
                            .min(Instant::compareTo)
                            .map(since ->
                                    sequencers.computeIfAbsent(direct, _ -> new Sequencer(since)));
        };
    }

    /** Whether the user has clients here. */
    boolean has(UUID userId) {
        return users.containsKey(userId);
    }

    Collection<UUID> users() {
        return List.copyOf(users.keySet());
    }

    /** The conversations with an order. */
    Collection<ConversationId> all() {
        return List.copyOf(sequencers.keySet());
    }
}
