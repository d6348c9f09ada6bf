package dev.socialhub.chat.seed;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.socialhub.chat.conversation.ConversationId;
import dev.socialhub.chat.conversation.DirectId;
import dev.socialhub.chat.conversation.RoomId;
import dev.socialhub.chat.message.Draft;
import dev.socialhub.chat.message.Message.Content;
import dev.socialhub.ops.seed.SeedRules;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.text.PlainText;
import dev.socialhub.shared.text.PlainTextRule;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message of a sample user. The rules are those of messages.
 *
 * @param room where it was sent; null for a direct message
 * @param receiverId the other member of a direct conversation; null for a message in a room
 * @param tempId identifies the message among the sender's in its conversation
 */
@Serdeable.Deserializable
@JsonIgnoreProperties(ignoreUnknown = false)
record SeededMessage(
        @NotNull(message = "is required") @Pattern(regexp = SeedRules.ID, message = SeedRules.NO_ID)
                String senderId,
        @NotNull(message = "is required") @PlainText(min = 3, max = 30) String senderUsername,
        @Nullable String room,
        @Nullable @Pattern(regexp = SeedRules.ID, message = SeedRules.NO_ID) String receiverId,
        @NotNull(message = "is required") @PlainText(min = 1, max = 255) String tempId,
        @NotNull(message = "is required") @PlainText(min = 1, max = 5_000, lines = true)
                String text,
        @Min(0) @Max(SeedRules.LATEST) long createdAtMillis) {

    UUID sender() {
        return UUID.fromString(senderId);
    }

    /**
     * The message before it has a number.
     *
     * @throws ProblemException 422 without exactly one room or receiver, or with a wrong one
     */
    Draft draft() {
        return new Draft(
                conversation(),
                new Content(sender(), senderUsername, tempId, PlainTextRule.normalised(text)),
                Instant.ofEpochMilli(createdAtMillis));
    }

    private ConversationId conversation() {
        if ((room == null) == (receiverId == null)) {
            throw ProblemException.invalid("room", "or receiverId is required, and not both");
        }
        if (room != null) {
            return RoomId.parsed(room)
                    .orElseThrow(() -> ProblemException.invalid("room", "must be a room's id"));
        }
        if (senderId.equals(receiverId)) {
            throw ProblemException.invalid("receiverId", "must not be the sender");
        }
        return DirectId.of(sender(), UUID.fromString(receiverId));
    }
}
