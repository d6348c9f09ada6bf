package dev.socialhub.chat.fanout;

import dev.socialhub.chat.conversation.ConversationId;
import dev.socialhub.chat.conversation.DirectId;
import dev.socialhub.chat.conversation.ParticipationStore;
import dev.socialhub.chat.conversation.RoomId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Compares what the clients of this instance have received with the store, after anything may have
 * been lost.
 */
@Singleton
class Reconcile {

    /** Users connect in crowds after an interruption: the same user is compared once in a while. */
    private static final Duration SOON = Duration.ofMillis(200);

    private final OpenConversations open;
    private final ParticipationStore participation;
    private final FindBehind findBehind;
    private final BackgroundReads reads;
    private final Gaps gaps;

    Reconcile(
            OpenConversations open,
            ParticipationStore participation,
            FindBehind findBehind,
            BackgroundReads reads,
            Gaps gaps) {
        this.open = open;
        this.participation = participation;
        this.findBehind = findBehind;
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
        findBehind.among(conversations).forEach(gaps::toEnd);
    }
}
