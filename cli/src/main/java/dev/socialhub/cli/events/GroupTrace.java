package dev.socialhub.cli.events;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.bus.GroupPosition;
import dev.socialhub.cli.bus.StoredRecord;
import dev.socialhub.contracts.event.ConsumerGroup;
import dev.socialhub.contracts.event.EventHeaders;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a consumer group has got with an event.
 *
 * @param committed the next offset that the group is to handle in the event's partition; null if it
 *     never committed any there
 * @param ahead how many records it has to handle before this one
 * @param claimedAt when its effect was written, ISO-8601; null where that isn't recorded
 * @param letter where its dead letter is stored; null when there is none
 */
@JsonPropertyOrder({
    "group",
    "service",
    "state",
    "committed",
    "ahead",
    "claimedAt",
    "letter",
    "reason"
})
record GroupTrace(
        String group,
        String service,
        State state,
        @Nullable Long committed,
        long ahead,
        @Nullable String claimedAt,
        @Nullable RecordPosition letter,
        @Nullable String reason) {
    /** The state of the event in the group. */
    enum State {
        /** The group has passed it. */
        handled,
        /** Not handled yet. */
        waiting,
        /** It could not be handled, and became a dead letter. */
        deadLetter,
        /** The bus no longer has it, and the service has no record of it. */
        unknown
    }

    /**
     * @param offset of the event in its partition; empty when the live topic doesn't have it
     * @param position the group's position there
     * @param claim when it claimed the event
     * @param deadLetter the event in the group's dead-letter topic
     */
    static GroupTrace of(
            ConsumerGroup group,
            Optional<Long> offset,
            Optional<GroupPosition> position,
            Optional<Instant> claim,
            Optional<StoredRecord> deadLetter) {
        boolean passed =
                offset.isPresent()
                        && position.isPresent()
                        && position.get().committed() != null
                        && position.get().next() > offset.get();
        State state;
        if (claim.isPresent()) {
            state = State.handled;
        } else if (deadLetter.isPresent()) {
            state = State.deadLetter;
        } else if (offset.isEmpty()) {
            state = State.unknown;
        } else {
            state = passed ? State.handled : State.waiting;
        }
        return new GroupTrace(
                group.groupName(),
                group.service(),
                state,
                position.map(GroupPosition::committed).orElse(null),
                state == State.waiting && position.isPresent()
                        ? Math.max(0, offset.orElse(0L) - position.get().next())
                        : 0,
                claim.map(Instant::toString).orElse(null),
                deadLetter.map(RecordPosition::of).orElse(null),
                deadLetter
                        .flatMap(one -> one.header(EventHeaders.DEAD_LETTER_REASON))
                        .orElse(null));
    }
}
