package dev.socialhub.cli.replay;

import dev.socialhub.cli.bus.EventView;
import dev.socialhub.cli.bus.StoredRecord;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** Distinguishes events from records that are none. */
final class ReplayedEvents {
    private static final String SPEC_VERSION = "1.0";

    private ReplayedEvents() {}

    /** Empty for a record that no consumer will ever accept as an event. */
    static Optional<EventView> in(StoredRecord record) {
        return EventView.of(record)
                .filter(event ->
                        SPEC_VERSION.equals(event.envelope().path("specversion").asText())
                                && !event.type().isEmpty()
                                && !event.id().isEmpty());
    }

    /**
     * An identity that is the same for an event wherever it is stored, small enough to keep a
     * million of them in memory.
     */
    static UUID identity(EventView event) {
        try {
            return UUID.fromString(event.id());
        } catch (IllegalArgumentException otherId) {
            return UUID.nameUUIDFromBytes(event.id().getBytes(StandardCharsets.UTF_8));
        }
    }
}
