package dev.socialhub.shared.identity;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Lets other services in, on {@code /internal/*} alone. */
@Singleton
@Requires(bean = ServiceTokens.class)
final class ServiceTokenValidator implements TokenValidator<HttpRequest<?>> {

    private final ServiceTokens tokens;

    ServiceTokenValidator(ServiceTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Publisher<Authentication> validateToken(String token, @Nullable HttpRequest<?> request) {
        if (request == null || !request.getPath().startsWith("/internal/")) {
            return Publishers.empty();
        }
        return tokens.verify(token)
                .map(service -> Authentication.build(service, List.of(Roles.INTERNAL)))
                .<Publisher<Authentication>>map(Publishers::just)
                .orElseGet(Publishers::empty);
    }
}
