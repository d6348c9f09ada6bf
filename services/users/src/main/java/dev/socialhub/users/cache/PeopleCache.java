package dev.socialhub.users.cache;

import dev.socialhub.shared.metrics.CacheMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Reads users from the cache if possible, and otherwise from the database. Created at startup, so
 * that its meters exist from then on.
 */
@Context
public final class PeopleCache {

    private final UserEntries entries;
    private final JsonMapper json;
    private final CacheMeter meter;

    PeopleCache(UserEntries entries, JsonMapper json, MeterRegistry meters) {
        this.entries = entries;
        this.json = json;
        meter = new CacheMeter("profiles", meters);
    }

    /**
     * Reads the data of a user that is the same for all viewers.
     *
     * @param load reads from the database; its result is cached, unless the user changes meanwhile
     */
    public <T> Optional<T> read(UUID userId, Class<T> type, Supplier<Optional<T>> load) {
        String token = Long.toHexString(ThreadLocalRandom.current().nextLong());
        try {
            Optional<byte[]> entry = entries.find(userId, token);
            if (entry.isPresent()) {
                meter.hit();
                return Optional.ofNullable(json.readValue(entry.get(), type));
            }
            meter.miss();
        } catch (CacheUnavailable | IOException e) {
            // Also for an entry of another build, which has other fields.
            meter.error();
            return load.get();
        }
        Optional<T> loaded = load.get();
        loaded.ifPresent(value -> entries.fill(userId, token, encoded(value)));
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
