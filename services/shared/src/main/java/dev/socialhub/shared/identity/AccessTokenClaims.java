package dev.socialhub.shared.identity;

import io.micronaut.security.token.Claims;
import io.micronaut.security.token.jwt.validator.GenericJwtClaimsValidator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * Which claims make a signed token an access token of this platform. In place of the library's own
 * validators: its issuer check also takes a part of the issuer's name and an empty one, and its
 * expiration check takes a token without {@code exp}.
 *
 * @param <R> the request, which is not used
 */
@Singleton
final class AccessTokenClaims<R> implements GenericJwtClaimsValidator<R> {

    private final IdentityConfiguration configuration;
    private final Clock clock;

    AccessTokenClaims(IdentityConfiguration configuration, Clock clock) {
        this.configuration = configuration;
        this.clock = clock;
    }

    @Override
    public boolean validate(Claims claims, @Nullable R request) {
        return configuration.issuer().equals(claims.get(Claims.ISSUER))
                && claims.get(Claims.AUDIENCE) instanceof Collection<?> audience
                && audience.contains(configuration.audience())
                && claims.get(Claims.SUBJECT) != null
                && claims.get(Claims.EXPIRATION_TIME) instanceof Date expiry
                && clock.instant().isBefore(expiry.toInstant());
    }
}
