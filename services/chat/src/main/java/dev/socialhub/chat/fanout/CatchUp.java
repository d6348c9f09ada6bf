package dev.socialhub.chat.fanout;

import dev.socialhub.chat.conversation.ConversationId;
import dev.socialhub.chat.message.ConversationEnds;
import dev.socialhub.chat.message.Message;
import dev.socialhub.chat.message.MessageStore;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.LongStream;

/** Reads messages that did not come from the store, and delivers them. */
@Singleton
class CatchUp {

    /** How many messages before the first one that came may have been missed. */
    private static final int LOOK_BACK = 50;

    private static final int AT_ONCE = 500;

    private final OpenConversations open;
    private final MessageStore messages;
    private final ConversationEnds ends;
    private final DeliverMessages deliverMessages;
    private final MessageJson json;

    CatchUp(
            OpenConversations open,
            MessageStore messages,
            ConversationEnds ends,
            DeliverMessages deliverMessages,
            MessageJson json) {
        this.open = open;
        this.messages = messages;
        this.ends = ends;
        this.deliverMessages = deliverMessages;
        this.json = json;
    }

    /** Delivers everything up to the conversation's end. Blocks. */
    void toEnd(ConversationId id) {
        ReentrantLock lock = open.lock(id);
        lock.lock();
        try {
            open.find(id)
                    .ifPresent(sequencer -> {
                        long end = ends.find(id);
                        position(id, sequencer, end);
                        read(id, sequencer, end);
                    });
        } finally {
            lock.unlock();
        }
    }

    /**
     * Delivers what is missing before messages that have come. Blocks.
     *
     * @return whether anything was missing
     */
    boolean gap(ConversationId id) {
        ReentrantLock lock = open.lock(id);
        lock.lock();
        try {
            Sequencer sequencer = open.find(id).orElse(null);
            if (sequencer == null || !sequencer.hasGap()) {
                return false;
            }
            boolean missing = sequencer.isPositioned();
            position(id, sequencer, sequencer.firstAhead() - 1);
            read(id, sequencer, sequencer.lastAhead());
            return missing;
        } finally {
            lock.unlock();
        }
    }

    /** Begins where the clients of this instance came: what was sent before is no news to them. */
    private void position(ConversationId id, Sequencer sequencer, long end) {
        if (sequencer.isPositioned()) {
            return;
        }
        long first = Math.max(1, end - LOOK_BACK + 1);
        long begin =
                find(id, first, end).stream()
                        .filter(one -> !one.createdAt().isBefore(sequencer.openedAt()))
                        .mapToLong(one -> one.seq() - 1)
                        .min()
                        .orElse(end);
        sequencer.beginAfter(begin);
    }

    private void read(ConversationId id, Sequencer sequencer, long end) {
        deliverMessages.deliver(id, sequencer.due());
        while (sequencer.position() < end) {
            long first = sequencer.position() + 1;
            List<Message> found = find(id, first, Math.min(end, first + AT_ONCE - 1));
            found.forEach(one -> sequencer.offer(json.of(one)));
            List<Delivered> due = sequencer.due();
            if (due.isEmpty()) {
                return;
            }
            deliverMessages.deliver(id, due);
        }
        deliverMessages.deliver(id, sequencer.due());
    }

    private List<Message> find(ConversationId id, long first, long last) {
        return messages.find(id, LongStream.rangeClosed(first, last).boxed().toList());
    }
}
