package dev.socialhub.auth.key;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Keys in memory, as several instances would share them. */
final class FakeStoredKeys implements StoredKeys {

    final AtomicInteger reads = new AtomicInteger();
    private final List<SealedKey> keys = new ArrayList<>();

    @Override
    public synchronized List<SealedKey> all() {
        reads.incrementAndGet();
        return List.copyOf(keys);
    }

    @Override
    public synchronized List<SealedKey> allOrFirst(Supplier<SealedKey> first) {
        if (keys.isEmpty()) {
            keys.add(first.get());
        }
        return List.copyOf(keys);
    }

    synchronized void add(SealedKey key) {
        keys.add(key);
    }
}
