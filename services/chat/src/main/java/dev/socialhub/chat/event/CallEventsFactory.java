package dev.socialhub.chat.event;

import dev.socialhub.chat.access.ConversationAccess;
import dev.socialhub.chat.fanout.Broadcast;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** The events of calls, which are all relayed alike. */
@Factory
final class CallEventsFactory {

    private final ConversationAccess access;
    private final Broadcast broadcast;

    CallEventsFactory(ConversationAccess access, Broadcast broadcast) {
        this.access = access;
        this.broadcast = broadcast;
    }

    @Singleton
    @Named("offer")
    RelayCall offer() {
        return new RelayCall("call:offer", access, broadcast);
    }

    @Singleton
    @Named("answer")
    RelayCall answer() {
        return new RelayCall("call:answer", access, broadcast);
    }

    @Singleton
    @Named("candidate")
    RelayCall candidate() {
        return new RelayCall("call:candidate", access, broadcast);
    }

    @Singleton
    @Named("hangup")
    RelayCall hangup() {
        return new RelayCall("call:hangup", access, broadcast);
    }
}
