package dev.socialhub.chat.fanout;

import dev.socialhub.chat.conversation.ConversationHead;
import dev.socialhub.chat.conversation.ConversationHeadStore;
import dev.socialhub.chat.conversation.ConversationId;
import dev.socialhub.chat.conversation.DirectId;
import dev.socialhub.chat.conversation.ParticipationStore;
import dev.socialhub.chat.conversation.RoomId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Compares what the clients of this instance have received with the store, after anything may have
 * been lost. Conversations whose heads are no further are left alone.
 */
@Singleton
class Reconcile {

    /** Longer than heads lag behind. */
    private static final Duration LATER = Duration.ofSeconds(2);

    private final OpenConversations open;
    private final ConversationHeadStore heads;
    private final ParticipationStore participation;
    private final BackgroundReads reads;
    private final Gaps gaps;

    Reconcile(
            OpenConversations open,
            ConversationHeadStore heads,
            ParticipationStore participation,
            BackgroundReads reads,
            Gaps gaps) {
        this.open = open;
        this.heads = heads;
        this.participation = participation;
        this.reads = reads;
        this.gaps = gaps;
    }

    private record OneUser(UUID userId) {}

    private record OneRoom(RoomId room) {}

    /** A user's clients came while messages may have been sent unnoticed. */
    void userSoon(UUID userId) {
        reads.after(LATER, new OneUser(userId), () -> user(userId));
    }

    void roomSoon(RoomId room) {
        reads.after(LATER, new OneRoom(room), () -> compare(List.of(room)));
    }

    /** Compares everything, now and once more when heads have caught up. */
    void all() {
        reads.after(Duration.ZERO, "now", this::compareAll);
        reads.after(LATER, "later", this::compareAll);
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
        heads.find(conversations)
                .forEach((id, head) -> {
                    if (isBehind(id, head)) {
                        gaps.toEnd(id);
                    }
                });
    }

    private boolean isBehind(ConversationId id, ConversationHead head) {
        Optional<Sequencer> sequencer = open.find(id);
        Instant lastAt = head.lastAt();
        if (sequencer.isEmpty() || lastAt == null) {
            return false;
        }
        return sequencer.get().isPositioned()
                ? head.lastSeq() > sequencer.get().position()
                : !lastAt.isBefore(sequencer.get().openedAt());
    }
}
