package dev.socialhub.shared.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** What a good access token says. */
public record VerifiedToken(
        UUID userId, String username, Set<String> roles, String sessionId, Instant expiresAt) {

    public VerifiedToken {
        roles = Set.copyOf(roles);
    }
}
