package dev.socialhub.chat.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.socialhub.chat.fanout.Broadcast;
import dev.socialhub.chat.presence.FindPresence;
import dev.socialhub.chat.presence.UserPresence;
import dev.socialhub.chat.socket.ClientSocket;
import dev.socialhub.chat.socket.EventHandler;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells a client which users are online, as events and in the acknowledgement. */
@Singleton
class QueryPresence implements EventHandler<QueryPresence.Asked> {

    private final FindPresence findPresence;
    private final Broadcast broadcast;

    QueryPresence(FindPresence findPresence, Broadcast broadcast) {
        this.findPresence = findPresence;
        this.broadcast = broadcast;
    }

    @Serdeable
    record Asked(@Nullable @NotNull @Size(max = 100) List<UUID> userIds) {}

    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Answer(boolean ok, List<UserPresence> users) {}

    @Override
    public String event() {
        return "presence:query";
    }

    @Override
    public Class<Asked> argument() {
        return Asked.class;
    }

    @Override
    public Object handle(ClientSocket socket, Asked asked) {
        List<UserPresence> users =
                findPresence.of(socket.caller().id(), Objects.requireNonNull(asked.userIds()));
        users.forEach(one -> socket.emit(broadcast.event(UserPresence.EVENT, one)));
        return new Answer(true, users);
    }
}
