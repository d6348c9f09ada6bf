package dev.socialhub.chat.fanout;

import dev.socialhub.chat.conversation.Audience;
import dev.socialhub.chat.socket.Groups;
import dev.socialhub.chat.socket.OutgoingEvent;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PostConstruct;

/** Receives what other instances send to the clients of this one. */
@Context
class ReceiveFromInstances implements InstanceBus.Receiver {

    private final InstanceBus bus;
    private final FanOutMessages fanOutMessages;
    private final Groups groups;
    private final ReceivedMessages received;

    ReceiveFromInstances(
            InstanceBus bus,
            FanOutMessages fanOutMessages,
            Groups groups,
            ReceivedMessages received) {
        this.bus = bus;
        this.fanOutMessages = fanOutMessages;
        this.groups = groups;
        this.received = received;
    }

    @PostConstruct
    void start() {
        bus.start(this);
    }

    @Override
    public void received(Audience audience, String name, byte[] body) {
        switch (name) {
            case Frame.MESSAGE -> received.take(body);
            case Frame.CATCH_UP -> received.catchUp(body);
            default -> groups.deliver(audience.group(), OutgoingEvent.of(name, body));
        }
    }

    @Override
    public void connected() {
        fanOutMessages.publishMissed();
        received.reconcile();
    }
}
