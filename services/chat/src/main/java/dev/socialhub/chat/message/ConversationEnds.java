package dev.socialhub.chat.message;

import dev.socialhub.chat.conversation.ConversationHead;
import dev.socialhub.chat.conversation.ConversationHeadStore;
import dev.socialhub.chat.conversation.ConversationId;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Where conversations end. What is remembered is only a guess: another instance may have written
 * since, and the store then refuses the number. Numbers are never given back.
 */
@Singleton
public final class ConversationEnds {

    private static final int LIMIT = 20_000;
    private static final int INITIAL_COUNT = 8;
    private static final int MAX_COUNT = 1_024;

    private final ConversationHeadStore heads;
    private final MessageStore messages;
    private final LinkedHashMap<ConversationId, Long> known = new LinkedHashMap<>();

    public ConversationEnds(ConversationHeadStore heads, MessageStore messages) {
        this.heads = heads;
        this.messages = messages;
    }

    /** Numbers known to be taken: the remembered ends, otherwise those that the heads name. */
    Map<ConversationId, Long> guess(Collection<ConversationId> conversations) {
        Map<ConversationId, Long> ends = remembered(conversations);
        Set<ConversationId> unknown = new HashSet<>(conversations);
        unknown.removeAll(ends.keySet());
        Map<ConversationId, ConversationHead> found = heads.find(unknown);
        unknown.forEach(
                one -> ends.put(one, found.getOrDefault(one, ConversationHead.EMPTY).lastSeq()));
        return ends;
    }

    /** The last number taken, read from the store. */
    public long find(ConversationId conversation) {
        long guess = guess(Set.of(conversation)).getOrDefault(conversation, 0L);
        long end = from(conversation, guess);
        raise(conversation, end);
        return end;
    }

    /**
     * The last number taken, looking forward from one that is taken for sure, or from 0: numbers
     * are dense.
     */
    long from(ConversationId conversation, long taken) {
        long end = taken;
        int count = INITIAL_COUNT;
        while (true) {
            long checkedUpTo = end + count;
            Set<Long> found = messages.taken(conversation, end + 1, count);
            while (found.contains(end + 1)) {
                end++;
            }
            if (end < checkedUpTo) {
                return end;
            }
            count = Math.min(count * 4, MAX_COUNT);
        }
    }

    /** Remembers a number that is taken, such as that of a message from another instance. */
    public synchronized void raise(ConversationId conversation, long seq) {
        Long before = known.remove(conversation);
        // To the end of the map, from whose beginning they are forgotten.
        known.put(conversation, before == null ? seq : Math.max(before, seq));
        if (known.size() > LIMIT) {
            known.pollFirstEntry();
        }
    }

    private synchronized Map<ConversationId, Long> remembered(
            Collection<ConversationId> conversations) {
        Map<ConversationId, Long> ends = new HashMap<>();
        for (ConversationId one : conversations) {
            Long end = known.get(one);
            if (end != null) {
                ends.put(one, end);
            }
        }
        return ends;
    }
}
