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
    public Optional<byte[]> find(UUID userId, String token) {
        answer();
        byte[] entry = filled.get(userId);
        if (entry == null) {
            leases.put(userId, token);
        }
        return Optional.ofNullable(entry);
    }

    @Override
    public void fill(UUID userId, String token, byte[] entry) {
        if (leases.remove(userId, token)) {
            filled.put(userId, entry);
        }
    }

    @Override
    public void forget(Collection<UUID> userIds) {
        answer();
        filled.keySet().removeAll(userIds);
        leases.keySet().removeAll(userIds);
    }

    private void answer() {
        if (away) {
            throw new CacheUnavailable("away", null);
        }
    }
}
