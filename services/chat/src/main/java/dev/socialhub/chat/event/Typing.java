package dev.socialhub.chat.event;

import dev.socialhub.chat.access.ConversationAccess;
import dev.socialhub.chat.conversation.Audience.InRoom;
import dev.socialhub.chat.conversation.Audience.OfUser;
import dev.socialhub.chat.conversation.ConversationId;
import dev.socialhub.chat.conversation.DirectId;
import dev.socialhub.chat.conversation.RoomId;
import dev.socialhub.chat.fanout.Broadcast;
import dev.socialhub.chat.socket.ClientSocket;
import dev.socialhub.chat.socket.EventHandler;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells the others in a conversation that a user is typing; it is never stored. */
@Singleton
class Typing implements EventHandler<Typing.TypingState> {

    private final EventConversation conversations;
    private final ConversationAccess access;
    private final Broadcast broadcast;
    private final RepeatedTyping repeated;

    Typing(
            EventConversation conversations,
            ConversationAccess access,
            Broadcast broadcast,
            RepeatedTyping repeated) {
        this.conversations = conversations;
        this.access = access;
        this.broadcast = broadcast;
        this.repeated = repeated;
    }

    @Serdeable
    record TypingState(@Nullable @NotNull String roomId, boolean isTyping) {}

    /** What the others get. */
    @Serdeable
    record UserTyping(String roomId, UUID userId, String username, boolean isTyping) {}

    @Override
    public String event() {
        return "typing";
    }

    @Override
    public Class<TypingState> argument() {
        return TypingState.class;
    }

    @Override
    public @Nullable Object handle(ClientSocket socket, TypingState state) {
        ConversationId id = conversations.of(socket, state.roomId());
        if (repeated.isDue(socket.id(), id, state.isTyping())) {
            UUID userId = socket.caller().id();
            UserTyping told =
                    new UserTyping(id.text(), userId, socket.caller().username(), state.isTyping());
            access.checkWritable(userId, id);
            switch (id) {
                case RoomId room ->
                        broadcast.sendToOthers(new InRoom(room), "user_typing", told, socket);
                case DirectId direct ->
                        broadcast.send(new OfUser(direct.other(userId)), "user_typing", told);
            }
        }
        return null;
    }
}
