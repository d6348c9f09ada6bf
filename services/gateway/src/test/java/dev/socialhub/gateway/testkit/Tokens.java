package dev.socialhub.gateway.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** An issuer of valid and invalid tokens. */
public final class Tokens {

    private final RSAKey key;

    public Tokens() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test-key").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String keySet() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    public String good(UUID user) {
        return signed(claims(user, Instant.now().plusSeconds(600)));
    }

    public String expired() {
        return signed(claims(UUID.randomUUID(), Instant.now().minusSeconds(60)));
    }

    public String unsigned() {
        return new PlainJWT(claims(UUID.randomUUID(), Instant.now().plusSeconds(600))).serialize();
    }

    /** A token with the signature of one token and the claims of another. */
    public String tampered() {
        String[] mine = good(UUID.randomUUID()).split("\\.", 3);
        String[] other = good(UUID.randomUUID()).split("\\.", 3);
        return mine[0] + "." + other[1] + "." + mine[2];
    }

    private String signed(JWTClaimsSet claims) {
        try {
            JWSHeader header =
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWTClaimsSet claims(UUID user, Instant expiresAt) {
        return new JWTClaimsSet.Builder()
                .subject(user.toString())
                .issuer("socialhub")
                .audience("socialhub")
                .claim("username", "jane")
                .claim("sid", UUID.randomUUID().toString())
                .claim("roles", List.of("USER"))
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(expiresAt))
                .build();
    }
}
