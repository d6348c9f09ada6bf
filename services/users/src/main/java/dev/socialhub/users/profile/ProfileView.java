package dev.socialhub.users.profile;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A profile as everybody may see it. */
@Serdeable
record ProfileView(
        UUID id,
        String username,
        String name,
        @Nullable String headline,
        @Nullable String bio,
        @Nullable String location,
        List<String> skills,
        Instant createdAt) {

    static ProfileView of(Profile profile) {
        return new ProfileView(
                profile.userId(),
                profile.username(),
                profile.name(),
                profile.headline(),
                profile.bio(),
                profile.location(),
                profile.skills(),
                profile.createdAt());
    }
}
