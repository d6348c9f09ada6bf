package dev.socialhub.users.profile;

import dev.socialhub.users.count.FollowCounts;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The part of a profile that is the same for all viewers, so it can be cached for all. */
@Serdeable
record ProfileCard(
        UUID id,
        String username,
        String name,
        @Nullable String headline,
        @Nullable String bio,
        @Nullable String location,
        List<String> skills,
        Instant createdAt,
        FollowCounts counts) {

    ProfileCard {
        skills = List.copyOf(skills);
    }

    static ProfileCard of(Profile profile, FollowCounts counts) {
        return new ProfileCard(
                profile.userId(),
                profile.username(),
                profile.name(),
                profile.headline(),
                profile.bio(),
                profile.location(),
                profile.skills(),
                profile.createdAt(),
                counts);
    }
}
