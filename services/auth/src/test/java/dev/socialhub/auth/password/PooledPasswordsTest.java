package dev.socialhub.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PooledPasswordsTest {

    private static final String COMPOSED = "caf\u00e9 au lait";
    private static final String DECOMPOSED = "cafe\u0301\u00a0au lait";

    private final AtomicInteger verified = new AtomicInteger();
    private final PooledPasswords passwords = passwords();

    private PooledPasswords passwords() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        HashingPool pool = new HashingPool(new HashingConfiguration(1, 4), meters);
        return new PooledPasswords(new Text(), pool, meters);
    }

    @BeforeEach
    void countFromHere() {
        verified.set(0);
    }

    @Test
    void takesAPasswordHoweverItIsTyped() {
        String hash = passwords.hash(DECOMPOSED);

        assertThat(hash).isEqualTo(passwords.hash(COMPOSED)).isEqualTo(COMPOSED);
        assertThat(passwords.verify(hash, COMPOSED)).isEqualTo(PasswordCheck.RIGHT);
        assertThat(passwords.verify(hash, DECOMPOSED)).isEqualTo(PasswordCheck.RIGHT);
        assertThat(passwords.verify(hash, "cafe au lait")).isEqualTo(PasswordCheck.WRONG);
    }

    @Test
    void takesWhatAnOlderHashWasMadeOf() {
        assertThat(passwords.verify(DECOMPOSED, DECOMPOSED))
                .isEqualTo(PasswordCheck.RIGHT_FOR_OLD_HASH);
    }

    @Test
    void looksTwiceOnlyWhereNormalisingChangesThePassword() {
        passwords.verify("another", COMPOSED);
        assertThat(verified).hasValue(1);

        passwords.verify("another", DECOMPOSED);
        assertThat(verified).hasValue(3);
    }

    @Test
    void takesAsLongForAnAccountThatDoesNotExist() {
        passwords.pretendToVerify(COMPOSED);
        assertThat(verified).hasValue(1);

        passwords.pretendToVerify(DECOMPOSED);
        assertThat(verified).hasValue(3);
    }

    /** A hash that is the password itself. */
    private final class Text implements HashFunction {

        @Override
        public String hash(byte[] password) {
            return new String(password, StandardCharsets.UTF_8);
        }

        @Override
        public boolean verify(String hash, byte[] password) {
            verified.incrementAndGet();
            return hash.equals(hash(password));
        }
    }
}
