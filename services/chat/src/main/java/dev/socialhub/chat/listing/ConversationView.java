package dev.socialhub.chat.listing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.socialhub.chat.conversation.ConversationHead;
import dev.socialhub.chat.conversation.ConversationHead.Marks;
import dev.socialhub.chat.conversation.DirectId;
import dev.socialhub.chat.message.Message;
import dev.socialhub.chat.message.MessageView;
import dev.socialhub.people.name.NamedUser;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A direct conversation, as one of its members sees it.
 *
 * @param lastMessage null as long as there is none
 * @param unread how many messages come after the last one that the member has read
 * @param readUpTo the number up to which the member has read
 * @param deliveredToOther the number up to which the other member's clients have received messages
 * @param readByOther the number up to which the other member has read
 */
@Serdeable
@Schema(name = "Conversation")
@JsonInclude(JsonInclude.Include.ALWAYS)
record ConversationView(
        String id,
        Partner with,
        @Nullable MessageView lastMessage,
        long unread,
        long readUpTo,
        long deliveredToOther,
        long readByOther) {

    /**
     * The other member.
     *
     * @param username null after the account was deleted
     */
    @Serdeable
    @Schema(name = "ConversationPartner")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Partner(UUID id, @Nullable String username, @Nullable String name) {}

    static ConversationView of(
            DirectId id,
            UUID member,
            ConversationHead head,
            @Nullable Message last,
            @Nullable NamedUser other) {
        UUID otherId = id.other(member);
        Marks own = head.marksOf(member);
        Marks others = head.marksOf(otherId);
        return new ConversationView(
                id.text(),
                new Partner(
                        otherId,
                        other == null ? null : other.username(),
                        other == null ? null : other.name()),
                last == null ? null : MessageView.of(last),
                Math.max(0, head.lastSeq() - own.readUpTo()),
                own.readUpTo(),
                others.deliveredUpTo(),
                others.readUpTo());
    }
}
