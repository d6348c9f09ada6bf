package dev.socialhub.chat.fanout;

import dev.socialhub.chat.conversation.Audience;
import java.util.concurrent.CompletionStage;

/** Carries events between instances. Nothing waits for it, and what it loses is found later. */
interface InstanceBus {

    /**
     * Sends to the other instances that have clients of this audience.
     *
     * @return completes when it was taken; exceptionally when it was not
     */
    CompletionStage<?> publish(Audience audience, String name, byte[] body);

    /**
     * Receives what is for this audience from now on.
     *
     * @return completes when this is certain; exceptionally when it is only so after a reconnection
     */
    CompletionStage<?> subscribe(Audience audience);

    void unsubscribe(Audience audience);

    /** Names the only receiver, and begins. */
    void start(Receiver receiver);

    /** Receives from other instances. The calls must not block. */
    interface Receiver {

        void received(Audience audience, String name, byte[] body);

        /** Connected, at first or again; what was sent before is lost. */
        void connected();
    }
}
