package dev.socialhub.notifications.erasure;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keeps in memory whose rows are to be emptied once more. */
public final class FakeErasureStore implements ErasureStore {

    private final Map<UUID, Instant> begun = new HashMap<>();

    @Override
    public synchronized void begin(UUID owner, Instant at) {
        begun.merge(owner, at, (one, other) -> one.isAfter(other) ? one : other);
    }

    @Override
    public synchronized List<UUID> begunBefore(Instant time) {
        return begun.entrySet().stream()
                .filter(one -> one.getValue().isBefore(time))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public synchronized void end(UUID owner) {
        begun.remove(owner);
    }
}
