package dev.socialhub.loadtest.platform;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Gives an operator's program access to the services' internal routes: HS256, good for a minute.
 */
public final class ServiceToken {

    private static final int LIFE_SECONDS = 60;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final byte[] key;
    private final Clock clock;

    private ServiceToken(byte[] key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** Tokens under this key; empty when there is none, or none that can be read. */
    public static Optional<ServiceToken> under(@Nullable String base64, Clock clock) {
        if (base64 == null || base64.isBlank()) {
            return Optional.empty();
        }
        try {
            byte[] key = Base64.getDecoder().decode(base64.strip());
            return key.length == 0 ? Optional.empty() : Optional.of(new ServiceToken(key, clock));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /** A fresh one. */
    public String issue() {
        long now = clock.instant().getEpochSecond();
        String signed =
                encoded("{\"alg\":\"HS256\"}")
                        + "."
                        + encoded(
                                "{\"sub\":\"loadtest\",\"aud\":\"internal\",\"iat\":%d,\"exp\":%d}"
                                        .formatted(now, now + LIFE_SECONDS));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.US_ASCII));
    }
}
