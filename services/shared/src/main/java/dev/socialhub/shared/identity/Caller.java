package dev.socialhub.shared.identity;

import java.util.Set;
import java.util.UUID;

/**
 * The person behind a request, as a verified token names them. Declare it as a controller's
 * parameter.
 */
public record Caller(UUID id, String username, Set<String> roles, String sessionId) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    static Caller of(VerifiedToken token) {
        return new Caller(token.userId(), token.username(), token.roles(), token.sessionId());
    }
}
