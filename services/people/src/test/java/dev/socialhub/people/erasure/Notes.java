package dev.socialhub.people.erasure;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Data of a service, in memory: numbers of notes that users have written. */
@Singleton
@Requires(property = "people.notes")
class Notes implements PersonalData {

    static final int AT_ONCE = 2;

    final Map<UUID, Integer> stored = new ConcurrentHashMap<>();
    final Map<UUID, Integer> batches = new ConcurrentHashMap<>();
    final Set<UUID> hidden = ConcurrentHashMap.newKeySet();

    @Override
    public void hide(UUID userId) {
        hidden.add(userId);
    }

    @Override
    public int eraseSome(UUID userId) {
        if (!hidden.contains(userId)) {
            throw new IllegalStateException("data is hidden before it is erased");
        }
        batches.merge(userId, 1, Integer::sum);
        int left = stored.getOrDefault(userId, 0);
        int erased = Math.min(left, AT_ONCE);
        stored.put(userId, left - erased);
        return erased;
    }

    @Override
    public Map<String, Long> count(UUID userId) {
        return Map.of("notes", (long) stored.getOrDefault(userId, 0));
    }
}
