package dev.socialhub.users.profile;

import dev.socialhub.contracts.account.Account;
import dev.socialhub.contracts.event.EventData;
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
import io.micronaut.context.annotation.Value;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Makes a profile for every new account. */
@Singleton
class UserEventsConsumer implements EventConsumer {

    private final String group;
    private final Inbox inbox;
    private final MakeProfile making;

    UserEventsConsumer(
            @Value("${users.consumer-group}") String group, Inbox inbox, MakeProfile making) {
        this.group = group;
        this.inbox = inbox;
        this.making = making;
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

    @Override
    @Transactional
    public void handle(List<ReceivedEvent> events) {
        for (ReceivedEvent received : events) {
            if (inbox.isDue(group, received)) {
                project(received.event().data());
            }
        }
    }

    private void project(EventData data) {
        if (!(data instanceof UserEvent event)) {
            throw new IllegalStateException("not about a user: " + data.getClass());
        }
        switch (event) {
            case UserRegistered e ->
                    making.of(
                            new Account(
                                    e.userId(),
                                    e.username(),
                                    e.name(),
                                    e.registeredAt(),
                                    e.version()));
            case UserProfileUpdated _, UserDeleted _, EdgeEvent _ -> {
                // Our own word.
            }
        }
    }
}
