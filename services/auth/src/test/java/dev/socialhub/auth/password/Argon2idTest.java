package dev.socialhub.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Argon2idTest {

    private static final Argon2id ARGON = new Argon2id();

    @Test
    void writesAStandardPhcString() {
        assertThat(ARGON.hash(bytes("correct horse")))
                .matches(
                        "\\$argon2id\\$v=19\\$m=19456,t=2,p=1"
                                + "\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    }

    @Test
    void tellsTheRightPasswordFromOthers() {
        String hash = ARGON.hash(bytes("correct horse"));

        assertThat(ARGON.verify(hash, bytes("correct horse"))).isTrue();
        assertThat(ARGON.verify(hash, bytes("correct horse "))).isFalse();
        assertThat(ARGON.verify(hash, bytes(""))).isFalse();
    }

    @Test
    void readsOnBehindANul() {
        String hash = ARGON.hash(bytes("a\0b"));

        assertThat(ARGON.verify(hash, bytes("a\0c"))).isFalse();
        assertThat(ARGON.verify(hash, bytes("a\0b"))).isTrue();
    }

    @Test
    void saltsEachHash() {
        assertThat(ARGON.hash(bytes("same"))).isNotEqualTo(ARGON.hash(bytes("same")));
    }

    @Test
    void takesNothingButAHashForAHash() {
        assertThat(ARGON.verify("", bytes("x"))).isFalse();
        assertThat(ARGON.verify("$2a$10$abc", bytes("x"))).isFalse();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
