package dev.socialhub.auth.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.socialhub.auth.account.Account;
import dev.socialhub.auth.key.SigningKeys;
import dev.socialhub.shared.identity.IdentityConfiguration;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/** Creates the tokens that every service verifies by itself. */
@Singleton
final class AccessTokens {

    private final SigningKeys keys;
    private final IdentityConfiguration identity;
    private final Duration lifeTime;
    private final Clock clock;

    AccessTokens(
            SigningKeys keys,
            IdentityConfiguration identity,
            TokenConfiguration configuration,
            Clock clock) {
        this.keys = keys;
        this.identity = identity;
        this.lifeTime = configuration.accessLifeTime();
        this.clock = clock;
    }

    Duration lifeTime() {
        return lifeTime;
    }

    /** A compact RS256 JWT for this session. */
    String issue(Account account, Session session) {
        Instant now = clock.instant();
        RSAKey key = keys.signer();
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .keyID(key.getKeyID())
                        .build();
        JWTClaimsSet claims =
                new JWTClaimsSet.Builder()
                        .subject(account.id().toString())
                        .claim("username", account.username().value())
                        .claim("roles", account.roles())
                        .claim("sid", session.id().toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(lifeTime)))
                        .issuer(identity.issuer())
                        .audience(identity.audience())
                        .build();
        try {
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("a token could not be signed", e);
        }
    }
}
