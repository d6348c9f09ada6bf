package dev.socialhub.users.block;

import dev.socialhub.users.graph.ListedPerson;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user that the caller blocks. */
@Serdeable
record BlockedView(
        UUID id, String username, String name, @Nullable String headline, Instant blockedAt) {

    static BlockedView of(ListedPerson user) {
        return new BlockedView(
                user.id(), user.username(), user.name(), user.headline(), user.since());
    }
}
