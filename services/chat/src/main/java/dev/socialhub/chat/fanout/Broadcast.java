package dev.socialhub.chat.fanout;

import dev.socialhub.chat.conversation.Audience;
import dev.socialhub.chat.metrics.ChatMetrics;
import dev.socialhub.chat.socket.ClientSocket;
import dev.socialhub.chat.socket.Groups;
import dev.socialhub.chat.socket.OutgoingEvent;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Sends events that are not stored to the clients of an audience, on every instance. While Redis is
 * unavailable only the clients of this instance receive them.
 */
@Singleton
public class Broadcast {

    private final Groups groups;
    private final InstanceBus bus;
    private final JsonMapper json;
    private final ChatMetrics metrics;

    Broadcast(Groups groups, InstanceBus bus, JsonMapper json, ChatMetrics metrics) {
        this.groups = groups;
        this.bus = bus;
        this.json = json;
        this.metrics = metrics;
    }

    /**
     * Sends to each client.
     *
     * @param argument what clients get, {@code @Serdeable}
     */
    public void send(Audience audience, String event, Object argument) {
        send(audience, event, argument, null);
    }

    /** The same, without the client that caused the event. */
    public void sendToOthers(Audience audience, String event, Object argument, ClientSocket cause) {
        send(audience, event, argument, cause);
    }

    private void send(
            Audience audience, String event, Object argument, @Nullable ClientSocket except) {
        byte[] encoded = encode(argument);
        OutgoingEvent outgoing = OutgoingEvent.of(event, encoded);
        if (except == null) {
            groups.deliver(audience.group(), outgoing);
        } else {
            groups.deliverExcept(audience.group(), outgoing, except);
        }
        var _ =
                bus.publish(audience, event, encoded)
                        .whenComplete((_, error) -> {
                            if (error != null) {
                                metrics.publishFailed();
                            }
                        });
    }

    /** An event for one client. */
    public OutgoingEvent event(String event, Object argument) {
        return OutgoingEvent.of(event, encode(argument));
    }

    private byte[] encode(Object argument) {
        try {
            return json.writeValueAsBytes(argument);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
