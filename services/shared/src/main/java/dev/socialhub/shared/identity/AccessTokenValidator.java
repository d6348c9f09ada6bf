package dev.socialhub.shared.identity;

import dev.socialhub.shared.identity.Verification.Accepted;
import dev.socialhub.shared.identity.Verification.KeysUnavailable;
import dev.socialhub.shared.identity.Verification.Refused;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * Every service checks the user's token itself; what the gateway found out is never taken on trust.
 */
@Singleton
final class AccessTokenValidator implements TokenValidator<HttpRequest<?>> {

    static final String CALLER = "caller";

    private final TokenVerifier verifier;

    AccessTokenValidator(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public Publisher<Authentication> validateToken(String token, @Nullable HttpRequest<?> request) {
        return switch (verifier.verify(token)) {
            case Accepted(VerifiedToken verified) -> Publishers.just(authentication(verified));
            case Refused _ -> Publishers.empty();
            case KeysUnavailable _ ->
                    Publishers.just(
                            ProblemException.retryLater(
                                    ProblemType.UNAVAILABLE,
                                    "Tokens can't be checked at the moment.",
                                    Duration.ofSeconds(2)));
        };
    }

    private static Authentication authentication(VerifiedToken token) {
        return Authentication.build(
                token.userId().toString(), token.roles(), Map.of(CALLER, Caller.of(token)));
    }
}
