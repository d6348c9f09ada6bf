package dev.socialhub.users.profile;

import dev.socialhub.users.count.FollowCounts;
import dev.socialhub.users.graph.Relationship;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A profile as a viewer sees it.
 *
 * @param relationship between the viewer and the user; {@code NONE} for the viewer's own profile
 * @param isFollowing whether the viewer follows the user
 */
@Serdeable
record ProfileView(
        UUID id,
        String username,
        String name,
        @Nullable String headline,
        @Nullable String bio,
        @Nullable String location,
        List<String> skills,
        Instant createdAt,
        FollowCounts counts,
        Relationship relationship,
        boolean isFollowing) {

    static ProfileView of(ProfileCard card, Relationship relationship) {
        return new ProfileView(
                card.id(),
                card.username(),
                card.name(),
                card.headline(),
                card.bio(),
                card.location(),
                card.skills(),
                card.createdAt(),
                card.counts(),
                relationship,
                relationship.following());
    }

    /** The profile as its owner sees it. */
    static ProfileView own(ProfileCard card) {
        return of(card, Relationship.NONE);
    }
}
