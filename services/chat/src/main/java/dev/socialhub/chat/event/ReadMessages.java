package dev.socialhub.chat.event;

import dev.socialhub.chat.listing.MarkConversationRead;
import dev.socialhub.chat.socket.ClientSocket;
import dev.socialhub.chat.socket.EventHandler;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Marks messages of a direct conversation as read. */
@Singleton
class ReadMessages implements EventHandler<ReadMessages.Read> {

    private final MarkConversationRead markRead;

    ReadMessages(MarkConversationRead markRead) {
        this.markRead = markRead;
    }

    /**
     * @param seq the number of the last message read
     */
    @Serdeable
    record Read(
            @Nullable @NotNull String conversationId,
            @Nullable @NotNull @PositiveOrZero Long seq) {}

    @Override
    public String event() {
        return "mark_read";
    }

    @Override
    public Class<Read> argument() {
        return Read.class;
    }

    @Override
    public @Nullable Object handle(ClientSocket socket, Read read) {
        markRead.upTo(
                socket.caller().id(),
                String.valueOf(read.conversationId()),
                Objects.requireNonNull(read.seq()));
        return null;
    }
}
