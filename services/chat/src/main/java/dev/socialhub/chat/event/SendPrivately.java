package dev.socialhub.chat.event;

import dev.socialhub.chat.conversation.DirectId;
import dev.socialhub.chat.fanout.TellSender;
import dev.socialhub.chat.message.Stored;
import dev.socialhub.chat.sending.SendMessage;
import dev.socialhub.chat.socket.ClientSocket;
import dev.socialhub.chat.socket.EventHandler;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.text.PlainText;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sends a message to a user. */
@Singleton
class SendPrivately implements EventHandler<SendPrivately.PrivateMessage> {

    private final SendMessage sendMessage;
    private final TellSender tellSender;

    SendPrivately(SendMessage sendMessage, TellSender tellSender) {
        this.sendMessage = sendMessage;
        this.tellSender = tellSender;
    }

    /**
     * @param text 1 to 5,000 characters
     * @param tempId the client's own id; sent again, it has no effect
     */
    @Serdeable
    record PrivateMessage(
            @Nullable @NotNull UUID toUserId,
            @Nullable @PlainText(min = 1, max = 255) String tempId,
            @Nullable @NotNull @PlainText(min = 1, max = 5_000, lines = true) String text) {}

    @Override
    public String event() {
        return "private-message";
    }

    @Override
    public Class<PrivateMessage> argument() {
        return PrivateMessage.class;
    }

    @Override
    public Object handle(ClientSocket socket, PrivateMessage sent) {
        UUID receiver = Objects.requireNonNull(sent.toUserId());
        if (receiver.equals(socket.caller().id())) {
            throw ProblemException.invalid("toUserId", "is the caller");
        }
        Stored stored =
                sendMessage.send(
                        socket.caller(),
                        DirectId.of(socket.caller().id(), receiver),
                        String.valueOf(sent.text()),
                        sent.tempId());
        if (!stored.isNew()) {
            tellSender.again(socket, stored.message());
        }
        return MessageStored.of(stored);
    }
}
