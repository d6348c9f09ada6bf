package dev.socialhub.users.cache;

import dev.socialhub.contracts.event.ConsumerGroup;
import dev.socialhub.contracts.event.EventData;
import dev.socialhub.contracts.event.Topic;
import dev.socialhub.contracts.user.EdgeEvent;
import dev.socialhub.contracts.user.UserDeleted;
import dev.socialhub.contracts.user.UserEvent;
import dev.socialhub.contracts.user.UserProfileUpdated;
import dev.socialhub.contracts.user.UserRegistered;
import dev.socialhub.messaging.inbox.EventConsumer;
import dev.socialhub.messaging.inbox.ReceivedEvent;
import dev.socialhub.messaging.inbox.ReplayPolicy;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ensures that the cache misses no change, even if the instance that made it has failed. It has its
 * own consumer group: while Redis is unavailable, only this group waits.
 */
@Singleton
class ChangedPeopleConsumer implements EventConsumer {

    private final String group;
    private final UserEntries entries;

    ChangedPeopleConsumer(
            @Value("${users.cache.consumer-group}") String group, UserEntries entries) {
        this.group = group;
        this.entries = entries;
    }

    @Override
    public String group() {
        return group;
    }

    @Override
    public Set<Topic> topics() {
        return ConsumerGroup.USERS_CACHE.topics();
    }

    @Override
    public ReplayPolicy replayPolicy() {
        return ReplayPolicy.PROJECT;
    }

    /** As a rule, the instance that made a change has already removed the entry from the cache. */
    @Override
    public Duration gather() {
        return Duration.ofMillis(100);
    }

    /** Needs no inbox, since removing an entry twice is harmless. */
    @Override
    public void handle(List<ReceivedEvent> events) {
        entries.forget(
                events.stream()
                        .flatMap(received -> changedBy(received.event().data()))
                        .collect(Collectors.toSet()));
    }

    @Override
    public boolean isTransient(Throwable error) {
        return error instanceof CacheUnavailable;
    }

    private static Stream<UUID> changedBy(EventData data) {
        return switch (UserEvent.of(data)) {
            case UserRegistered e -> Stream.of(e.userId());
            case UserProfileUpdated e -> Stream.of(e.userId());
            case UserDeleted e -> Stream.of(e.userId());
            case EdgeEvent e -> Stream.of(e.fromId(), e.toId());
        };
    }
}
