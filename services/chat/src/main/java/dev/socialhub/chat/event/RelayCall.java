package dev.socialhub.chat.event;

import dev.socialhub.chat.access.ConversationAccess;
import dev.socialhub.chat.conversation.Audience.OfUser;
import dev.socialhub.chat.conversation.DirectId;
import dev.socialhub.chat.fanout.Broadcast;
import dev.socialhub.chat.socket.ClientSocket;
import dev.socialhub.chat.socket.EventHandler;
import dev.socialhub.shared.problem.ProblemException;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Relays one kind of signal between the two members of a direct conversation. */
final class RelayCall implements EventHandler<RelayCall.Signal> {

    private final String event;
    private final ConversationAccess access;
    private final Broadcast broadcast;

    RelayCall(String event, ConversationAccess access, Broadcast broadcast) {
        this.event = event;
        this.access = access;
        this.broadcast = broadcast;
    }

    /**
     * A signal of a call, to be named by one of the two ids.
     *
     * @param callId the client's own id of the call
     * @param sdp a session description, as the browser made it
     * @param candidate a candidate, as the browser made it
     */
    @Serdeable
    record Signal(
            @Nullable String conversationId,
            @Nullable UUID toUserId,
            @Nullable @Size(max = 100) String callId,
            @Nullable JsonNode sdp,
            @Nullable JsonNode candidate) {}

    /** What the other member's clients get. */
    @Serdeable
    record Relayed(
            String conversationId,
            UUID fromUserId,
            @Nullable String callId,
            @Nullable JsonNode sdp,
            @Nullable JsonNode candidate) {}

    @Override
    public String event() {
        return event;
    }

    @Override
    public Class<Signal> argument() {
        return Signal.class;
    }

    @Override
    public @Nullable Object handle(ClientSocket socket, Signal signal) {
        UUID userId = socket.caller().id();
        DirectId id = conversation(userId, signal);
        access.checkWritable(userId, id);
        broadcast.send(
                new OfUser(id.other(userId)),
                event,
                new Relayed(id.text(), userId, signal.callId(), signal.sdp(), signal.candidate()));
        return null;
    }

    private DirectId conversation(UUID userId, Signal signal) {
        if (signal.toUserId() != null && !signal.toUserId().equals(userId)) {
            return DirectId.of(userId, signal.toUserId());
        }
        if (access.readable(userId, String.valueOf(signal.conversationId()))
                instanceof DirectId id) {
            return id;
        }
        throw ProblemException.invalid("conversationId", "must be a direct conversation");
    }
}
