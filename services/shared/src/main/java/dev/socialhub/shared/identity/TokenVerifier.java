package dev.socialhub.shared.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.socialhub.shared.identity.Verification.Accepted;
import dev.socialhub.shared.identity.Verification.KeysUnavailable;
import dev.socialhub.shared.identity.Verification.Refused;
import dev.socialhub.shared.metrics.CacheMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Checks access tokens: RS256 by a known key, the right issuer and audience, not expired. Purely in
 * memory, so it may run on an event loop. Good tokens are remembered, since a signature costs fifty
 * times what a look-up does; their expiry is still checked each time. Made at start, so that its
 * meters begin then.
 */
@Context
public final class TokenVerifier {

    private static final int MAX_TOKEN_LENGTH = 4_096;
    private static final int REMEMBERED_TOKENS = 50_000;

    private final VerificationKeys keys;
    private final IdentityConfiguration configuration;
    private final Clock clock;
    private final CacheMeter meter;
    private final Cache<String, VerifiedToken> remembered =
            Caffeine.newBuilder()
                    .maximumSize(REMEMBERED_TOKENS)
                    .expireAfterWrite(Duration.ofMinutes(15))
                    .build();

    TokenVerifier(
            VerificationKeys keys,
            IdentityConfiguration configuration,
            Clock clock,
            MeterRegistry meters) {
        this.keys = keys;
        this.configuration = configuration;
        this.clock = clock;
        this.meter = new CacheMeter("verified-tokens", meters);
    }

    /** Looks at a compact JWT, as it stands behind {@code Bearer}. */
    public Verification verify(String token) {
        if (token.length() > MAX_TOKEN_LENGTH) {
            return new Refused("too long");
        }
        VerifiedToken known = remembered.getIfPresent(token);
        if (known != null) {
            meter.hit();
            if (isOver(known.expiresAt())) {
                return new Refused("expired");
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
            SignedJWT jwt = SignedJWT.parse(token);
            String keyId = jwt.getHeader().getKeyID();
            if (!JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm()) || keyId == null) {
                return new Refused("not signed as ours are");
            }
            RSAPublicKey key = keys.find(keyId);
            if (key == null) {
                return keys.loaded() ? new Refused("unknown key") : new KeysUnavailable();
            }
            if (!jwt.verify(new RSASSAVerifier(key))) {
                return new Refused("bad signature");
            }
            return claims(jwt.getJWTClaimsSet());
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return new Refused("malformed");
        }
    }

    private Verification claims(JWTClaimsSet claims) throws ParseException {
        if (!configuration.issuer().equals(claims.getIssuer())
                || !claims.getAudience().contains(configuration.audience())) {
            return new Refused("for somebody else");
        }
        String username = claims.getStringClaim("username");
        String sessionId = claims.getStringClaim("sid");
        List<String> roles = claims.getStringListClaim("roles");
        if (claims.getExpirationTime() == null
                || claims.getSubject() == null
                || username == null
                || sessionId == null
                || roles == null) {
            return new Refused("incomplete");
        }
        Instant expiresAt = claims.getExpirationTime().toInstant();
        if (isOver(expiresAt)) {
            return new Refused("expired");
        }
        UUID userId = UUID.fromString(claims.getSubject());
        return new Accepted(
                new VerifiedToken(userId, username, Set.copyOf(roles), sessionId, expiresAt));
    }

    private boolean isOver(Instant expiresAt) {
        return !clock.instant().isBefore(expiresAt);
    }
}
