package dev.socialhub.shared.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.socialhub.contracts.identity.ServiceTokenSigner;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.Objects;
import java.util.Optional;

/**
 * How one service proves its identity to another, with tokens under the key that all services
 * share.
 */
@Singleton
@Requires(property = "socialhub.identity.service-token-key")
public final class ServiceTokens {

    private final byte[] key;
    private final ServiceTokenSigner signer;
    private final Clock clock;

    ServiceTokens(
            IdentityConfiguration configuration,
            @Value("${micronaut.application.name}") String service,
            Clock clock) {
        this.key =
                Base64.getDecoder().decode(Objects.requireNonNull(configuration.serviceTokenKey()));
        this.signer = new ServiceTokenSigner(service, key, clock);
        this.clock = clock;
    }

    /** A token in this service's name. */
    public String issue() {
        return signer.issue();
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
                    claims.getAudience().contains(ServiceTokenSigner.AUDIENCE)
                            && expiry != null
                            && clock.instant().isBefore(expiry.toInstant());
            return good ? Optional.ofNullable(claims.getSubject()) : Optional.empty();
        } catch (ParseException | JOSEException e) {
            return Optional.empty();
        }
    }
}
