package dev.socialhub.users.follow;

import dev.socialhub.users.graph.ListedPerson;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user in a list of followers or followed users.
 *
 * @param followedAt since when the one follows the other
 */
@Serdeable
record PersonView(
        UUID id, String username, String name, @Nullable String headline, Instant followedAt) {

    static PersonView of(ListedPerson user) {
        return new PersonView(
                user.id(), user.username(), user.name(), user.headline(), user.since());
    }
}
