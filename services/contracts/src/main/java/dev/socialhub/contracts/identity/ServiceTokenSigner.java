package dev.socialhub.contracts.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes service tokens: JWTs signed by HS256 with a key that all services of a platform share and
 * users' tokens never use, good for a minute, for {@code /internal/*} alone.
 */
public final class ServiceTokenSigner {
    /** The audience of every service token. */
    public static final String AUDIENCE = "internal";

    /** The least length of a key: that of the hash, as RFC 7518 demands. */
    public static final int KEY_BYTES = 32;

    private static final int LIFETIME_SECONDS = 60;
    private static final String ALGORITHM = "HmacSHA256";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final String subject;
    private final byte[] key;
    private final Clock clock;

    /**
     * @param subject the name of the service or program, lower-case letters, digits and hyphens
     * @param key at least {@link #KEY_BYTES} bytes
     */
    public ServiceTokenSigner(String subject, byte[] key, Clock clock) {
        if (!subject.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("no name of a service: " + subject);
        }
        this.subject = subject;
        this.key = key.clone();
        this.clock = clock;
    }

    /**
     * A new token.
     *
     * @throws IllegalStateException if the key is too short
     */
    public String issue() {
        if (key.length < KEY_BYTES) {
            throw new IllegalStateException("SERVICE_TOKEN_KEY must be base64 of 32 bytes");
        }
        long now = clock.instant().getEpochSecond();
        String signed =
                encoded("{\"alg\":\"HS256\"}")
                        + "."
                        + encoded(
                                "{\"sub\":\"%s\",\"aud\":\"%s\",\"iat\":%d,\"exp\":%d}"
                                        .formatted(subject, AUDIENCE, now, now + LIFETIME_SECONDS));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.US_ASCII));
    }
}
