package dev.socialhub.auth.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as operators see it.
 *
 * @param name null, like the address, once the account is deleted
 * @param sessions the number of devices that are signed in
 * @param lastUsedAt when one of these devices last refreshed its tokens, or signed in
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record AccountEntry(
        UUID id,
        String username,
        @Nullable String name,
        @Nullable String email,
        String status,
        List<String> roles,
        long version,
        Instant createdAt,
        @Nullable Instant deletedAt,
        int sessions,
        @Nullable Instant lastUsedAt) {

    AccountEntry {
        roles = List.copyOf(roles);
    }

    /** Omits the fields that must not appear in a log. */
    @Override
    public String toString() {
        return "AccountEntry[" + id + "]";
    }
}
