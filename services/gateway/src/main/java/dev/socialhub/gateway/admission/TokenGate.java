package dev.socialhub.gateway.admission;

import dev.socialhub.gateway.answer.Refusal;
import dev.socialhub.shared.identity.TokenVerifier;
import dev.socialhub.shared.identity.Verification.Accepted;
import dev.socialhub.shared.identity.Verification.KeysUnavailable;
import dev.socialhub.shared.identity.Verification.Refused;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Determines the user of a request. Never blocks. */
@Singleton
final class TokenGate {

    private static final String SCHEME = "Bearer ";

    private final TokenVerifier verifier;

    TokenGate(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    /** The user of a request, or why no user could be determined. */
    sealed interface Outcome {

        record Known(UUID userId) implements Outcome {}

        /** No token is given, and none is needed. */
        record Anonymous() implements Outcome {}

        record Unknown(Refusal refusal) implements Outcome {}
    }

    Outcome check(HttpHeaders headers) {
        List<String> named = headers.getAll(HttpHeaderNames.AUTHORIZATION);
        if (named.isEmpty()) {
            return new Outcome.Unknown(Refusal.NO_TOKEN);
        }
        String authorization = named.getFirst();
        if (named.size() > 1 || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return new Outcome.Unknown(Refusal.BAD_TOKEN);
        }
        return verified(authorization.substring(SCHEME.length()).strip());
    }

    /**
     * The same where a token isn't needed, but must be good if there is one.
     *
     * @param fromQuery tokens that the query gives
     */
    Outcome checkIfPresent(HttpHeaders headers, List<String> fromQuery) {
        if (fromQuery.size() > 1) {
            return new Outcome.Unknown(Refusal.BAD_TOKEN);
        }
        Outcome ofQuery =
                fromQuery.isEmpty() ? new Outcome.Anonymous() : verified(fromQuery.getFirst());
        boolean isDecided =
                ofQuery instanceof Outcome.Unknown
                        || !headers.contains(HttpHeaderNames.AUTHORIZATION);
        return isDecided ? ofQuery : check(headers);
    }

    private Outcome verified(String token) {
        return switch (verifier.verify(token)) {
            case Accepted(var good) -> new Outcome.Known(good.userId());
            case Refused _ -> new Outcome.Unknown(Refusal.BAD_TOKEN);
            case KeysUnavailable _ -> new Outcome.Unknown(Refusal.KEYS_UNAVAILABLE);
        };
    }
}
