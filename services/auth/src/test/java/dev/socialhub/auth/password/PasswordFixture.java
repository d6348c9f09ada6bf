package dev.socialhub.auth.password;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** What tests in other packages need of this one. */
public final class PasswordFixture {

    private PasswordFixture() {}

    public static NewPassword newPassword() {
        return new NewPassword(
                new HashingPool(new HashingConfiguration(1, 4), new SimpleMeterRegistry()));
    }
}
