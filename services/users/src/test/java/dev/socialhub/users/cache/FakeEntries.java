package dev.socialhub.users.cache;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Entries in memory, which can be made unavailable. */
final class FakeEntries implements UserEntries {

    private final Map<UUID, byte[]> filled = new ConcurrentHashMap<>();
    private final Map<UUID, String> leases = new ConcurrentHashMap<>();
    boolean away;

    @Override
    public Optional<byte[]> find(UUID personId, String token) {
        answer();
        byte[] entry = filled.get(personId);
        if (entry == null) {
            leases.put(personId, token);
        }
        return Optional.ofNullable(entry);
    }

    @Override
    public void fill(UUID personId, String token, byte[] entry) {
        if (leases.remove(personId, token)) {
            filled.put(personId, entry);
        }
    }

    @Override
    public void forget(Collection<UUID> people) {
        answer();
        filled.keySet().removeAll(people);
        leases.keySet().removeAll(people);
    }

    private void answer() {
        if (away) {
            throw new CacheUnavailable("away", null);
        }
    }
}
