package dev.socialhub.chat.fanout;

import dev.socialhub.chat.conversation.ConversationHead;
import dev.socialhub.chat.conversation.ConversationHeadStore;
import dev.socialhub.chat.conversation.ConversationId;
import dev.socialhub.chat.conversation.DirectId;
import dev.socialhub.chat.conversation.ParticipationStore;
import dev.socialhub.chat.conversation.RoomId;
import dev.socialhub.chat.message.MessageStore;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Gatherers;

/**
 * Compares what the clients of this instance have received with the store, after anything may have
 * been lost. The next message of each conversation is looked for in the store itself, since heads
 * lag behind.
 */
@Singleton
class Reconcile {

    /** Users connect in crowds after an interruption: the same user is compared once in a while. */
    private static final Duration SOON = Duration.ofMillis(200);

    private static final int AT_ONCE = 1_000;

    private final OpenConversations open;
    private final ConversationHeadStore heads;
    private final MessageStore messages;
    private final ParticipationStore participation;
    private final BackgroundReads reads;
    private final Gaps gaps;

    Reconcile(
            OpenConversations open,
            ConversationHeadStore heads,
            MessageStore messages,
            ParticipationStore participation,
            BackgroundReads reads,
            Gaps gaps) {
        this.open = open;
        this.heads = heads;
        this.messages = messages;
        this.participation = participation;
        this.reads = reads;
        this.gaps = gaps;
    }

    private record OneUser(UUID userId) {}

    private record OneRoom(RoomId room) {}

    private record Everything() {}

    /** A user's clients came while messages may have been sent unnoticed. */
    void userSoon(UUID userId) {
        reads.after(SOON, new OneUser(userId), () -> user(userId));
    }

    void roomSoon(RoomId room) {
        reads.after(SOON, new OneRoom(room), () -> compare(List.of(room)));
    }

    /** Compares everything. What is stored later than this begins is published again. */
    void all() {
        reads.after(Duration.ZERO, new Everything(), this::compareAll);
    }

    private void compareAll() {
        compare(open.all());
        open.users().forEach(this::user);
    }

    private void user(UUID userId) {
        if (open.has(userId)) {
            compare(
                    participation.partners(userId).stream()
                            .map(other -> DirectId.of(userId, other))
                            .toList());
        }
    }

    private void compare(Collection<? extends ConversationId> conversations) {
        conversations.stream().gather(Gatherers.windowFixed(AT_ONCE)).forEach(this::compareSome);
    }

    private void compareSome(List<? extends ConversationId> conversations) {
        Map<ConversationId, Long> next = new HashMap<>();
        List<ConversationId> notBegun = new ArrayList<>();
        for (ConversationId id : conversations) {
            open.find(id)
                    .ifPresent(sequencer -> {
                        if (sequencer.isPositioned()) {
                            next.put(id, sequencer.position() + 1);
                        } else {
                            notBegun.add(id);
                        }
                    });
        }
        Map<ConversationId, ConversationHead> found = heads.find(notBegun);
        for (ConversationId id : notBegun) {
            ConversationHead head = found.getOrDefault(id, ConversationHead.EMPTY);
            if (isNewer(head, id)) {
                gaps.toEnd(id);
            } else {
                next.put(id, head.lastSeq() + 1);
            }
        }
        messages.findEach(next).keySet().forEach(gaps::toEnd);
    }

    /** Whether the last message was sent since this instance has clients in the conversation. */
    private boolean isNewer(ConversationHead head, ConversationId id) {
        Instant lastAt = head.lastAt();
        return lastAt != null
                && open.find(id).filter(one -> !lastAt.isBefore(one.openedAt())).isPresent();
    }
}
