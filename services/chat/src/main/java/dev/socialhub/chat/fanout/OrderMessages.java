package dev.socialhub.chat.fanout;

import dev.socialhub.chat.conversation.ConversationId;
import dev.socialhub.chat.message.ConversationEnds;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Delivers the messages of each conversation in the order of their numbers. One that is missing is
 * waited for briefly, since instances publish independently, and then read from the store.
 */
@Singleton
class OrderMessages {

    private static final Duration WAIT_FOR_MISSING = Duration.ofMillis(50);

    private final OpenConversations open;
    private final ConversationEnds ends;
    private final DeliverMessages deliverMessages;
    private final Gaps gaps;

    OrderMessages(
            OpenConversations open,
            ConversationEnds ends,
            DeliverMessages deliverMessages,
            Gaps gaps) {
        this.open = open;
        this.ends = ends;
        this.deliverMessages = deliverMessages;
        this.gaps = gaps;
    }

    /** Takes a stored message, in any order and however often; does not block for the store. */
    void offer(ConversationId id, Delivered message) {
        ends.raise(id, message.seq());
        ReentrantLock lock = open.lock(id);
        lock.lock();
        try {
            open.find(id)
                    .ifPresent(sequencer -> {
                        sequencer.offer(message);
                        deliverMessages.deliver(id, sequencer.due());
                        if (sequencer.hasGap()) {
                            // At the beginning there is nothing to wait for.
                            gaps.fill(
                                    id,
                                    sequencer.isPositioned() ? WAIT_FOR_MISSING : Duration.ZERO);
                        }
                    });
        } finally {
            lock.unlock();
        }
    }

    /** Looks for messages that no instance has told of. */
    void toEndSoon(ConversationId id) {
        gaps.toEnd(id);
    }
}
