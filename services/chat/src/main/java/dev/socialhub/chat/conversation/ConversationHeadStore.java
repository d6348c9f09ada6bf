package dev.socialhub.chat.conversation;

import dev.socialhub.chat.conversation.ConversationHead.Marks;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** The heads of conversations, one for each conversation that has messages or marks. */
public interface ConversationHeadStore {

    /** The head, or an empty one. */
    ConversationHead find(ConversationId conversation);

    /** Those that exist. */
    Map<ConversationId, ConversationHead> find(Collection<? extends ConversationId> conversations);

    /** Records ends that are further than the recorded ones. */
    void raise(Map<ConversationId, End> ends);

    /** Raises the marks of a member, and returns the head. */
    ConversationHead mark(DirectId conversation, UUID member, Marks marks);

    /** Raises up to where messages were delivered, for several members. */
    void delivered(Map<Member, Long> upTo);

    /** Removes the marks of a deleted user. */
    void forget(DirectId conversation, UUID member);

    /** A member of a direct conversation. */
    record Member(DirectId conversation, UUID userId) {}

    /** The last message of a conversation. */
    record End(long seq, Instant at) {

        public End later(End other) {
            return other.seq > seq ? other : this;
        }
    }
}
