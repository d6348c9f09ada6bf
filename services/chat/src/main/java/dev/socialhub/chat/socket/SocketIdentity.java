package dev.socialhub.chat.socket;

import dev.socialhub.shared.identity.Caller;
import dev.socialhub.shared.identity.VerifiedToken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The ids of a socket, its user, and the end of its token.
 *
 * @param privateId known to the client alone, which continues the socket with it; null if it can't
 */
record SocketIdentity(String id, @Nullable String privateId, Caller caller, Instant expiresAt) {

    static SocketIdentity of(String id, @Nullable String privateId, VerifiedToken token) {
        return new SocketIdentity(id, privateId, caller(token), token.expiresAt());
    }

    static Caller caller(VerifiedToken token) {
        return new Caller(token.userId(), token.username(), token.roles(), token.sessionId());
    }
}
