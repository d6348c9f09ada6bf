package dev.socialhub.notifications.erasure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The rows that have to be emptied once more. */
interface ErasureStore {

    /** Remembers that this row is emptied from this time on; the latest time counts. */
    void begin(UUID owner, Instant at);

    /** Those that were last begun before this time and have no end yet. */
    List<UUID> begunBefore(Instant time);

    /** Forgets this row. */
    void end(UUID owner);
}
