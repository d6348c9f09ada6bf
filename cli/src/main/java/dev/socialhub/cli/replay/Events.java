package dev.socialhub.cli.replay;

import dev.socialhub.cli.bus.EventView;
import dev.socialhub.cli.bus.StoredRecord;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** Events, told from what isn't one. */
final class Events {
    private static final String SPEC_VERSION = "1.0";

    private Events() {}

    /** Empty for what no consumer will ever take for an event. */
    static Optional<EventView> in(StoredRecord record) {
        return EventView.of(record)
                .filter(event ->
                        SPEC_VERSION.equals(event.envelope().path("specversion").asText())
                                && !event.type().isEmpty()
                                && !event.id().isEmpty());
    }

    /** The same for an event wherever it stands, small enough to remember a million of them. */
    static UUID identity(EventView event) {
        try {
            return UUID.fromString(event.id());
        } catch (IllegalArgumentException otherId) {
            return UUID.nameUUIDFromBytes(event.id().getBytes(StandardCharsets.UTF_8));
        }
    }
}
