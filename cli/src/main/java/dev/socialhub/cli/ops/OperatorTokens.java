package dev.socialhub.cli.ops;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

/** Makes the tokens with which services admit the operator's tool. */
public final class OperatorTokens {
    private static final String NAME = "socialhubctl";
    private static final String AUDIENCE = "internal";
    private static final Duration LIFETIME = Duration.ofSeconds(60);

    private final String key;
    private final Clock clock;

    /**
     * @param key base64 of the secret that all services of the platform share
     */
    public OperatorTokens(String key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /**
     * A token good for a minute, on {@code /internal/*} alone.
     *
     * @throws OperatorError if the secret is no valid key
     */
    String issue() {
        Instant now = clock.instant();
        JWTClaimsSet claims =
                new JWTClaimsSet.Builder()
                        .subject(NAME)
                        .audience(AUDIENCE)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFETIME)))
                        .build();
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            token.sign(new MACSigner(Base64.getDecoder().decode(key)));
            return token.serialize();
        } catch (JOSEException | IllegalArgumentException unusable) {
            throw new OperatorError(
                    ExitCode.FAILED,
                    "SERVICE_TOKEN_KEY in secrets.env isn't base64 of 32 bytes",
                    "restore the file that the first start created",
                    unusable);
        }
    }
}
