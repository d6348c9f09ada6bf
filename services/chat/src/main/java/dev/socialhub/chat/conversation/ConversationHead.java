package dev.socialhub.chat.conversation;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded about a conversation beside its messages.
 *
 * @param lastSeq the highest number known to be taken. Written soon after the messages themselves,
 *     so it may lag; it never runs ahead
 * @param lastAt when that message was sent; null without one
 * @param marks how far each member of a direct conversation is
 */
public record ConversationHead(long lastSeq, @Nullable Instant lastAt, Map<UUID, Marks> marks) {

    public static final ConversationHead EMPTY = new ConversationHead(0, null, Map.of());

    public ConversationHead {
        marks = Map.copyOf(marks);
    }

    public Marks marksOf(UUID member) {
        return marks.getOrDefault(member, Marks.NONE);
    }

    /**
     * How far a member is.
     *
     * @param deliveredUpTo the last message that one of the member's clients was sent
     * @param readUpTo the last message that the member has read
     */
    public record Marks(long deliveredUpTo, long readUpTo) {

        public static final Marks NONE = new Marks(0, 0);
    }
}
