package dev.socialhub.users.account;

import dev.socialhub.contracts.account.PublishedAccount;
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
import dev.socialhub.users.profile.MakeProfile;
import io.micronaut.context.annotation.Value;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Creates a profile for every new account, and erases deleted users. */
@Singleton
class UserEventsConsumer implements EventConsumer {

    private final String group;
    private final Inbox inbox;
    private final MakeProfile makeProfile;
    private final EraseUser eraseUser;

    UserEventsConsumer(
            @Value("${users.consumer-group}") String group,
            Inbox inbox,
            MakeProfile makeProfile,
            EraseUser eraseUser) {
        this.group = group;
        this.inbox = inbox;
        this.makeProfile = makeProfile;
        this.eraseUser = eraseUser;
    }

    @Override
    public String group() {
        return group;
    }

    @Override
    public Set<Topic> topics() {
        return ConsumerGroup.USERS.topics();
    }

    @Override
    public ReplayPolicy replayPolicy() {
        return ReplayPolicy.PROJECT;
    }

    /** Most received events are about edges, which this service has published itself. */
    @Override
    public Duration gather() {
        return Duration.ofMillis(50);
    }

    @Override
    @Transactional
    public void handle(List<ReceivedEvent> events) {
        eraseUser.lock(
                events.stream()
                        .map(received -> UserEvent.of(received.event().data()))
                        .filter(UserDeleted.class::isInstance)
                        .map(UserEvent::userId)
                        .toList());
        events.forEach(received -> received.inItsTrace(() -> project(received)));
    }

    private void project(ReceivedEvent received) {
        switch (UserEvent.of(received.event().data())) {
            case UserRegistered e ->
                    once(
                            received,
                            () ->
                                    makeProfile.from(
                                            new PublishedAccount(
                                                    e.userId(),
                                                    e.username(),
                                                    e.name(),
                                                    e.registeredAt(),
                                                    e.version())));
            case UserDeleted e -> once(received, () -> eraseUser.erase(e.userId(), e.deletedAt()));
            case UserProfileUpdated _, EdgeEvent _ -> {
                // Published by this service itself, so not worth a row in the inbox.
            }
        }
    }

    private void once(ReceivedEvent received, Runnable effect) {
        if (inbox.isDue(group, received)) {
            effect.run();
        }
    }
}
