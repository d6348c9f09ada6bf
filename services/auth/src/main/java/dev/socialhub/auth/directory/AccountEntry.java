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
 * @param sessions how many devices are signed in
 * @param lastUsedAt when one of them last refreshed its tokens, or signed in
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

    /** Without what nobody should read in a log. */
    @Override
    public String toString() {
        return "AccountEntry[" + id + "]";
    }
}
