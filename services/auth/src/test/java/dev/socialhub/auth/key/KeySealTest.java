package dev.socialhub.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class KeySealTest {

    private static final byte[] SECRET = "secret".getBytes(StandardCharsets.UTF_8);

    private final KeySeal seal = KeyFixture.seal(KeyFixture.BASE64_KEY);

    @Test
    void opensWhatItSealed() {
        byte[] sealed = seal.seal("key-1", SECRET);

        assertThat(seal.open("key-1", sealed)).isEqualTo(SECRET);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
    }

    @Test
    void sealsTheSameContentDifferentlyEachTime() {
        assertThat(seal.seal("key-1", SECRET)).isNotEqualTo(seal.seal("key-1", SECRET));
    }

    @Test
    void doesNotOpenWhatAnotherKeySealed() {
        byte[] other = new byte[32];
        other[0] = 1;
        byte[] sealed =
                KeyFixture.seal(Base64.getEncoder().encodeToString(other)).seal("k", SECRET);

        assertThatThrownBy(() -> seal.open("k", sealed))
                .isInstanceOf(SealedWithAnotherKey.class)
                .hasMessageStartingWith("KEY_ENCRYPTION_KEY does not decrypt signing key k");
    }

    @Test
    void doesNotOpenOneRowsContentUnderAnothersName() {
        byte[] sealed = seal.seal("key-1", SECRET);

        assertThatThrownBy(() -> seal.open("key-2", sealed))
                .isInstanceOf(SealedWithAnotherKey.class);
    }

    @Test
    void doesNotOpenWhatWasCutOrChanged() {
        byte[] sealed = seal.seal("key-1", SECRET);
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> seal.open("key-1", sealed))
                .isInstanceOf(SealedWithAnotherKey.class);
        assertThatThrownBy(() -> seal.open("key-1", new byte[5]))
                .isInstanceOf(SealedWithAnotherKey.class);
    }
}
