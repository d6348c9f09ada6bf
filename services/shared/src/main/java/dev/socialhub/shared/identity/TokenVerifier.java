package dev.socialhub.shared.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.socialhub.shared.identity.KnownKeySignature.NoKeysYet;
import dev.socialhub.shared.identity.Verification.Accepted;
import dev.socialhub.shared.identity.Verification.KeysUnavailable;
import dev.socialhub.shared.identity.Verification.Refused;
import dev.socialhub.shared.metrics.CacheMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.token.jwt.validator.JsonWebTokenValidator;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Checks access tokens by the library's validator, with {@link KnownKeySignature} for the signature
 * and {@link AccessTokenClaims} for the claims. Purely in memory, so it may run on an event loop.
 * Good tokens are remembered, since a signature costs fifty times what a look-up does; their expiry
 * is still checked each time. Made at start, so that its meters begin then.
 */
@Context
public final class TokenVerifier {

    private static final int MAX_TOKEN_LENGTH = 4_096;
    private static final int REMEMBERED_TOKENS = 50_000;

    private final JsonWebTokenValidator<JWT, @Nullable HttpRequest<?>> validator;
    private final Clock clock;
    private final CacheMeter meter;
    private final Cache<String, VerifiedToken> remembered =
            Caffeine.newBuilder()
                    .maximumSize(REMEMBERED_TOKENS)
                    .expireAfterWrite(Duration.ofMinutes(15))
                    .build();

    TokenVerifier(
            JsonWebTokenValidator<JWT, @Nullable HttpRequest<?>> validator,
            Clock clock,
            MeterRegistry meters) {
        this.validator = validator;
        this.clock = clock;
        this.meter = new CacheMeter("verified-tokens", meters);
    }

    /** Checks a compact JWT, as it follows {@code Bearer}. */
    public Verification verify(String token) {
        if (token.length() > MAX_TOKEN_LENGTH) {
            return new Refused();
        }
        VerifiedToken known = remembered.getIfPresent(token);
        if (known != null) {
            meter.hit();
            if (isOver(known.expiresAt())) {
                return new Refused();
            }
            return new Accepted(known);
        }
        meter.miss();
        Verification verification = check(token);
        if (verification instanceof Accepted(VerifiedToken verified)) {
            remembered.put(token, verified);
        }
        return verification;
    }

    private Verification check(String token) {
        try {
            Optional<JWT> good = validator.validate(token, null);
            if (good.isEmpty()) {
                return new Refused();
            }
            VerifiedToken verified = read(good.get().getJWTClaimsSet());
            return verified == null ? new Refused() : new Accepted(verified);
        } catch (NoKeysYet e) {
            return new KeysUnavailable();
        } catch (ParseException | IllegalArgumentException e) {
            return new Refused();
        }
    }

    private static @Nullable VerifiedToken read(JWTClaimsSet claims) throws ParseException {
        String username = claims.getStringClaim("username");
        String sessionId = claims.getStringClaim("sid");
        List<String> roles = claims.getStringListClaim("roles");
        if (username == null || sessionId == null || roles == null) {
            return null;
        }
        return new VerifiedToken(
                UUID.fromString(claims.getSubject()),
                username,
                Set.copyOf(roles),
                sessionId,
                claims.getExpirationTime().toInstant());
    }

    private boolean isOver(Instant expiresAt) {
        return !clock.instant().isBefore(expiresAt);
    }
}
