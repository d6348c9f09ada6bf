package dev.socialhub.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.socialhub.contracts.seed.SharedPassword;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The password of sample users is valid for any user, and the shared hash was made from it. */
class SharedPasswordTest {

    @Test
    void isGoodEnoughForASignUp() {
        assertThatCode(() ->
                        PasswordFixture.newPassword()
                                .check(
                                        SharedPassword.TEXT,
                                        List.of(
                                                "Łucja Żak",
                                                "lucja.zak.k3f9a7@people.example",
                                                "lucja.zak.k3f9a7")))
                .doesNotThrowAnyException();
    }

    @Test
    void isWhatTheHashWasMadeOf() {
        byte[] typed = SharedPassword.TEXT.getBytes(StandardCharsets.UTF_8);
        assertThat(new Argon2id().verify(SharedPassword.HASH, typed)).isTrue();
        typed[0]++;
        assertThat(new Argon2id().verify(SharedPassword.HASH, typed)).isFalse();
    }
}
