package dev.socialhub.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretKeyBytesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "not base64!", "AAAAAAAAAAAAAAAAAAAAAA=="})
    void saysWhichVariableIsWrongAndNotWhatItHolds(String value) {
        assertThatThrownBy(() -> SecretKeyBytes.parse("SOME_KEY", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "SOME_KEY must be set to base64 of 32 random bytes"
                                + " (openssl rand -base64 32)");
    }

    @Test
    void doesNotPrintItself() {
        assertThat(SecretKeyBytes.parse("SOME_KEY", KeyFixture.BASE64_KEY + "\n"))
                .hasToString("SecretKeyBytes[hidden]");
    }
}
