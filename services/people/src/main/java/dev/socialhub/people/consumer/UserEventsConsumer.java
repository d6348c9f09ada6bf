package dev.socialhub.people.consumer;

import dev.socialhub.contracts.event.Topic;
import dev.socialhub.contracts.user.EdgeEvent;
import dev.socialhub.contracts.user.UserDeleted;
import dev.socialhub.contracts.user.UserEvent;
import dev.socialhub.contracts.user.UserProfileUpdated;
import dev.socialhub.contracts.user.UserRegistered;
import dev.socialhub.messaging.inbox.EventConsumer;
import dev.socialhub.messaging.inbox.Inbox;
import dev.socialhub.messaging.inbox.ReceivedEvent;
import dev.socialhub.messaging.inbox.ReplayPolicy;
import dev.socialhub.people.erasure.HideDeletedUsers;
import io.micronaut.context.annotation.Value;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Passes each event about users to the code that handles its kind. */
@Singleton
class UserEventsConsumer implements EventConsumer {

    private final String group;
    private final Inbox inbox;
    private final HideDeletedUsers hideDeletedUsers;
    private final Replicas replicas;

    UserEventsConsumer(
            @Value("${socialhub.people.consumer-group}") String group,
            Inbox inbox,
            HideDeletedUsers hideDeletedUsers,
            Replicas replicas) {
        this.group = group;
        this.inbox = inbox;
        this.hideDeletedUsers = hideDeletedUsers;
        this.replicas = replicas;
    }

    @Override
    public String group() {
        return group;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.USER);
    }

    @Override
    public ReplayPolicy replayPolicy() {
        return ReplayPolicy.PROJECT;
    }

    /** Longer where no user waits for an edge. */
    @Override
    public Duration gather() {
        return replicas.haveEdges() ? EventConsumer.super.gather() : Duration.ofMillis(50);
    }

    @Override
    @Transactional
    public void handle(List<ReceivedEvent> events) {
        List<ReceivedEvent> relevant =
                events.stream().filter(received -> replicas.concern(event(received))).toList();
        if (relevant.isEmpty()) {
            return;
        }
        hideDeletedUsers.lock(deletedUsers(relevant));
        List<EdgeEvent> edgeEvents = new ArrayList<>();
        for (ReceivedEvent received : relevant) {
            received.inItsTrace(() -> take(received, edgeEvents));
        }
        // Last and all at once, so that no edge of a user deleted in this batch is stored.
        replicas.project(edgeEvents);
    }

    private void take(ReceivedEvent received, List<EdgeEvent> edgeEvents) {
        if (inbox.isDue(group, received)) {
            switch (event(received)) {
                case UserRegistered e -> replicas.project(e);
                case UserProfileUpdated e -> replicas.project(e);
                case UserDeleted e -> hideDeletedUsers.hide(e);
                case EdgeEvent e -> edgeEvents.add(e);
            }
        }
    }

    private static List<UUID> deletedUsers(List<ReceivedEvent> events) {
        return events.stream()
                .map(UserEventsConsumer::event)
                .filter(UserDeleted.class::isInstance)
                .map(UserEvent::userId)
                .toList();
    }

    private static UserEvent event(ReceivedEvent received) {
        return UserEvent.of(received.event().data());
    }
}
