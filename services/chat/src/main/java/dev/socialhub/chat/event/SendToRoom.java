package dev.socialhub.chat.event;

import dev.socialhub.chat.sending.SendMessage;
import dev.socialhub.chat.socket.ClientSocket;
import dev.socialhub.chat.socket.EventHandler;
import dev.socialhub.shared.text.PlainText;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** Sends a message to a room, which the client need not have entered. */
@Singleton
class SendToRoom implements EventHandler<SendToRoom.RoomMessage> {

    private final EventConversation conversations;
    private final SendMessage sendMessage;

    SendToRoom(EventConversation conversations, SendMessage sendMessage) {
        this.conversations = conversations;
        this.sendMessage = sendMessage;
    }

    /**
     * @param message 1 to 5,000 characters
     * @param tempId the client's own id; sent again, it has no effect
     */
    @Serdeable
    record RoomMessage(
            @Nullable @NotNull String roomId,
            @Nullable @NotNull @PlainText(min = 1, max = 5_000, lines = true) String message,
            @Nullable @PlainText(min = 1, max = 255) String tempId) {}

    @Override
    public String event() {
        return "send_message";
    }

    @Override
    public Class<RoomMessage> argument() {
        return RoomMessage.class;
    }

    @Override
    public Object handle(ClientSocket socket, RoomMessage sent) {
        return MessageStored.of(
                sendMessage.send(
                        socket.caller(),
                        conversations.of(socket, sent.roomId()),
                        String.valueOf(sent.message()),
                        sent.tempId()));
    }
}
