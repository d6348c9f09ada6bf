package dev.socialhub.users.replica;

import dev.socialhub.contracts.event.Event;
import dev.socialhub.contracts.event.EventType;
import dev.socialhub.contracts.user.EdgeEvent;
import dev.socialhub.contracts.user.EdgeSnapshot;
import dev.socialhub.messaging.outbox.UnsentEventRepository;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;

@Singleton
final class UnsentBlocksInOutbox implements UnsentBlocks {

    /** With a healthy Kafka an event leaves within a tenth of this time. */
    private static final Duration IN_TIME = Duration.ofSeconds(1);

    /**
     * Bounds the cost of a query after a day without Kafka. Older events were sent directly long
     * ago.
     */
    private static final int LIMIT = 20_000;

    private static final Set<EventType> BLOCKS =
            Set.of(EventType.BLOCK_CREATED, EventType.BLOCK_DELETED);

    private final UnsentEventRepository events;

    UnsentBlocksInOutbox(UnsentEventRepository events) {
        this.events = events;
    }

    @Override
    public List<Long> numbers() {
        return events.numbers(BLOCKS, IN_TIME, LIMIT);
    }

    @Override
    public List<EdgeSnapshot> read(Collection<Long> numbers) {
        return events.read(numbers).stream()
                .map(Event::data)
                .filter(EdgeEvent.class::isInstance)
                .map(EdgeEvent.class::cast)
                .map(EdgeSnapshot::after)
                .toList();
    }
}
