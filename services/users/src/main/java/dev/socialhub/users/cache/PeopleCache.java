package dev.socialhub.users.cache;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Shows people from the cache where it can, and from the database where it must. */
@Singleton
public final class PeopleCache {

    private static final String GETS = "cache.gets";

    private final Entries entries;
    private final JsonMapper json;
    private final Counter hits;
    private final Counter misses;
    private final Counter errors;

    PeopleCache(Entries entries, JsonMapper json, MeterRegistry meters) {
        this.entries = entries;
        this.json = json;
        hits = meters.counter(GETS, "cache", "profiles", "result", "hit");
        misses = meters.counter(GETS, "cache", "profiles", "result", "miss");
        errors = meters.counter(GETS, "cache", "profiles", "result", "error");
    }

    /**
     * What is shown of a person to everybody.
     *
     * @param load asks the database; what it finds is kept, unless the person changes meanwhile
     */
    public <T> Optional<T> read(UUID personId, Class<T> type, Supplier<Optional<T>> load) {
        String token = Long.toHexString(ThreadLocalRandom.current().nextLong());
        try {
            Optional<byte[]> entry = entries.find(personId, token);
            if (entry.isPresent()) {
                hits.increment();
                return Optional.ofNullable(json.readValue(entry.get(), type));
            }
            misses.increment();
        } catch (CacheUnavailable | IOException e) {
            // Also an entry of another build, which has other fields.
            errors.increment();
            return load.get();
        }
        Optional<T> loaded = load.get();
        loaded.ifPresent(value -> entries.fill(personId, token, encoded(value)));
        return loaded;
    }

    private byte[] encoded(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
