package dev.socialhub.auth.password;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;

/** What tests in other packages need from this one. */
public final class PasswordFixture {

    private PasswordFixture() {}

    /** A real hash of exactly this text. */
    public static String hashOf(String password) {
        return new Argon2id().hash(password.getBytes(StandardCharsets.UTF_8));
    }

    public static NewPassword newPassword() {
        return new NewPassword(
                new HashingPool(new HashingConfiguration(1, 4), new SimpleMeterRegistry()));
    }
}
