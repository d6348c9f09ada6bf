package dev.socialhub.shared.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;

/**
 * How one service proves its identity to another: HS256 under a key that all services share and
 * users' tokens never use, good for a minute, for {@code /internal/*} alone.
 */
@Singleton
@Requires(property = "socialhub.identity.service-token-key")
public final class ServiceTokens {

    static final String AUDIENCE = "internal";
    private static final Duration LIFE_TIME = Duration.ofSeconds(60);

    private final byte[] key;
    private final String service;
    private final Clock clock;

    ServiceTokens(
            IdentityConfiguration configuration,
            @Value("${micronaut.application.name}") String service,
            Clock clock) {
        this.key =
                Base64.getDecoder().decode(Objects.requireNonNull(configuration.serviceTokenKey()));
        this.service = service;
        this.clock = clock;
    }

    /** A token in this service's name. */
    public String issue() {
        Instant now = clock.instant();
        JWTClaimsSet claims =
                new JWTClaimsSet.Builder()
                        .subject(service)
                        .audience(AUDIENCE)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFE_TIME)))
                        .build();
        try {
            SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            jwt.sign(new MACSigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("SERVICE_TOKEN_KEY must be base64 of 32 bytes", e);
        }
    }

    /** The name of the service that bears this token, or empty if it is not a good one. */
    Optional<String> verify(String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())
                    || !jwt.verify(new MACVerifier(key))) {
                return Optional.empty();
            }
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            Date expiry = claims.getExpirationTime();
            boolean good =
                    claims.getAudience().contains(AUDIENCE)
                            && expiry != null
                            && clock.instant().isBefore(expiry.toInstant());
            return good ? Optional.ofNullable(claims.getSubject()) : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }
}
