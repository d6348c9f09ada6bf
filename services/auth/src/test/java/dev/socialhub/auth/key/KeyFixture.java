package dev.socialhub.auth.key;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;

/** What tests in other packages need from this one. */
public final class KeyFixture {

    public static final String BASE64_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private KeyFixture() {}

    public static SigningKeys signingKeys() {
        return new SigningKeys(
                new FakeStoredKeys(),
                keyMaker(BASE64_KEY),
                new KeyConfiguration(BASE64_KEY, Duration.ofSeconds(5)),
                Clock.systemUTC(),
                new SimpleMeterRegistry());
    }

    static KeyMaker keyMaker(String encryptionKey) {
        return new KeyMaker(seal(encryptionKey), UUID::randomUUID, Clock.systemUTC());
    }

    static KeySeal seal(String encryptionKey) {
        return new KeySeal(new KeyConfiguration(encryptionKey, Duration.ofSeconds(5)));
    }
}
