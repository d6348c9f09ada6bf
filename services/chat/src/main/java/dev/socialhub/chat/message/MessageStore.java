package dev.socialhub.chat.message;

import dev.socialhub.chat.conversation.ConversationId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The messages, each under its conversation and number. */
public interface MessageStore {

    /**
     * Stores messages in this order, up to the first one whose number or key is taken.
     *
     * @return how many were stored
     */
    int insertInOrder(List<Message> messages);

    /** The stored messages with these keys. */
    Map<String, Message> byKeys(Collection<String> keys);

    /** Those of so many numbers, beginning with one, that are taken. */
    Set<Long> taken(ConversationId conversation, long from, int count);

    /** Those of these that exist, in the order of their numbers. */
    List<Message> find(ConversationId conversation, Collection<Long> seqs);

    /** One message of each of these conversations, by its number, as far as they exist. */
    Map<ConversationId, Message> findEach(Map<ConversationId, Long> seqs);

    /** Leaves nothing of these messages but their numbers and times. */
    void erase(List<Message> messages);
}
