package dev.socialhub.chat.socket;

import dev.socialhub.chat.metrics.SocketMetrics;
import dev.socialhub.chat.metrics.SocketMetrics.Refusal;
import dev.socialhub.shared.identity.TokenVerifier;
import dev.socialhub.shared.identity.Verification.Accepted;
import dev.socialhub.shared.identity.Verification.KeysUnavailable;
import dev.socialhub.shared.identity.Verification.Refused;
import dev.socialhub.shared.identity.VerifiedToken;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Checks the token of a socket. */
@Singleton
final class Authenticate {

    private final TokenVerifier verifier;
    private final SocketMetrics metrics;

    Authenticate(TokenVerifier verifier, SocketMetrics metrics) {
        this.verifier = verifier;
        this.metrics = metrics;
    }

    /**
     * @throws ProblemException if it isn't valid, or can't be checked yet
     */
    VerifiedToken token(@Nullable String token) {
        return switch (token == null ? new Refused() : verifier.verify(token)) {
            case Accepted(VerifiedToken verified) -> verified;
            case Refused _ -> {
                metrics.refused(Refusal.UNAUTHORIZED);
                throw new ProblemException(
                        ProblemType.UNAUTHORIZED, "A valid access token is needed.");
            }
            case KeysUnavailable _ -> {
                metrics.refused(Refusal.UNAVAILABLE);
                throw new ProblemException(
                        ProblemType.UNAVAILABLE, "Tokens can't be checked at the moment.");
            }
        };
    }
}
