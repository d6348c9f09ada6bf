package dev.socialhub.chat.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.socialhub.chat.message.Message.Content;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as clients see it.
 *
 * @param seq its number in the conversation, from 1 without holes
 * @param conversationId of the room or the direct conversation
 * @param roomId the same
 * @param userId the sender; null, like all that the sender gave, after the sender's account was
 *     deleted
 * @param tempId the id that the sender's client gave it
 */
@Serdeable
@Schema(name = "Message")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MessageView(
        String id,
        long seq,
        String conversationId,
        String roomId,
        @Nullable UUID userId,
        @Nullable String username,
        @Nullable String message,
        @Nullable String tempId,
        Instant createdAt) {

    public static MessageView of(Message message) {
        @Nullable Content content = message.content();
        String room = message.conversation().text();
        return content == null
                ? new MessageView(
                        message.id(),
                        message.seq(),
                        room,
                        room,
                        null,
                        null,
                        null,
                        null,
                        message.createdAt())
                : new MessageView(
                        message.id(),
                        message.seq(),
                        room,
                        room,
                        content.senderId(),
                        content.username(),
                        content.text(),
                        content.tempId(),
                        message.createdAt());
    }
}
