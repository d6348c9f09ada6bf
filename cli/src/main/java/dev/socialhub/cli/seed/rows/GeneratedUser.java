package dev.socialhub.cli.seed.rows;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A generated user.
 *
 * @param joinedMillis when the account was made
 */
public record GeneratedUser(
        UUID id,
        String username,
        String email,
        String name,
        @Nullable String headline,
        @Nullable String bio,
        @Nullable String location,
        List<String> skills,
        long joinedMillis) {
    public GeneratedUser {
        skills = List.copyOf(skills);
    }
}
