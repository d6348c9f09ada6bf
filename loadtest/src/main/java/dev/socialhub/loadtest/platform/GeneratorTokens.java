package dev.socialhub.loadtest.platform;

import dev.socialhub.contracts.identity.ServiceTokenSigner;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tokens with which services admit the load generator to their internal routes. */
public final class GeneratorTokens {
    private static final String NAME = "loadtest";

    private GeneratorTokens() {}

    /** Made with this key; empty when there is none, or none that can be used. */
    public static Optional<ServiceTokenSigner> under(@Nullable String base64, Clock clock) {
        if (base64 == null) {
            return Optional.empty();
        }
        try {
            byte[] key = Base64.getDecoder().decode(base64.strip());
            return key.length < ServiceTokenSigner.KEY_BYTES
                    ? Optional.empty()
                    : Optional.of(new ServiceTokenSigner(NAME, key, clock));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
