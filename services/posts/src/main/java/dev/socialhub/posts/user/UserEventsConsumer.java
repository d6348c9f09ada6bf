package dev.socialhub.posts.user;

import dev.socialhub.contracts.event.ConsumerGroup;
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
import dev.socialhub.posts.author.ReplicateNames;
import dev.socialhub.posts.graph.ReplicateEdges;
import io.micronaut.context.annotation.Value;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Passes each event about users to the code that handles its kind. */
@Singleton
class UserEventsConsumer implements EventConsumer {

    private final String group;
    private final Inbox inbox;
    private final HideDeletedUsers hideDeletedUsers;
    private final ReplicateNames names;
    private final ReplicateEdges edges;

    UserEventsConsumer(
            @Value("${posts.consumer-group}") String group,
            Inbox inbox,
            HideDeletedUsers hideDeletedUsers,
            ReplicateNames names,
            ReplicateEdges edges) {
        this.group = group;
        this.inbox = inbox;
        this.hideDeletedUsers = hideDeletedUsers;
        this.names = names;
        this.edges = edges;
    }

    @Override
    public String group() {
        return group;
    }

    @Override
    public Set<Topic> topics() {
        return ConsumerGroup.POSTS.topics();
    }

    @Override
    public ReplayPolicy replayPolicy() {
        return ReplayPolicy.PROJECT;
    }

    @Override
    @Transactional
    public void handle(List<ReceivedEvent> events) {
        hideDeletedUsers.lock(events.stream().anyMatch(UserEventsConsumer::isDeletion));
        List<EdgeEvent> edgeEvents = new ArrayList<>();
        for (ReceivedEvent received : events) {
            received.inItsTrace(() -> take(received, edgeEvents));
        }
        // Last and all at once, so that no edge of a user deleted in this batch is stored.
        edges.project(edgeEvents);
    }

    private void take(ReceivedEvent received, List<EdgeEvent> edgeEvents) {
        if (inbox.isDue(group, received)) {
            switch (UserEvent.of(received.event().data())) {
                case UserRegistered e -> names.project(e);
                case UserProfileUpdated e -> names.project(e);
                case UserDeleted e -> hideDeletedUsers.hide(e);
                case EdgeEvent e -> edgeEvents.add(e);
            }
        }
    }

    private static boolean isDeletion(ReceivedEvent received) {
        return received.event().data() instanceof UserDeleted;
    }
}
