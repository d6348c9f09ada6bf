package dev.socialhub.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.socialhub.shared.testing.MovableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

    private final FakeStoredKeys stored = new FakeStoredKeys();
    private final MovableClock clock = new MovableClock();
    private final KeyMaker maker = KeyFixture.keyMaker(KeyFixture.BASE64_KEY);

    @Test
    void makesTheFirstKeyOnce() {
        SigningKeys first = keys(maker);
        SigningKeys second = keys(maker);

        assertThat(second.signer().getKeyID()).isEqualTo(first.signer().getKeyID());
        assertThat(first.publicKeys()).hasSize(1).noneMatch(key -> key.isPrivate());
    }

    @Test
    void findsAKeyThatAnotherInstanceMade() {
        SigningKeys keys = keys(maker);
        SealedKey other = maker.make();
        stored.add(other);
        clock.advance(Duration.ofSeconds(5));

        assertThat(keys.find(other.id())).isNull();

        await().untilAsserted(() -> assertThat(keys.find(other.id())).isNotNull());
    }

    @Test
    void asksTheDatabaseForUnknownKeysAtMostOncePerInterval() {
        SigningKeys keys = keys(maker);
        clock.advance(Duration.ofSeconds(5));

        for (int i = 0; i < 100; i++) {
            assertThat(keys.find("forged-" + i)).isNull();
        }

        await().until(() -> stored.reads.get() == 1);
        keys.find("forged again");
        await().during(Duration.ofMillis(100)).until(() -> stored.reads.get() == 1);
    }

    @Test
    void doesNotStartWithTheWrongEncryptionKey() {
        keys(maker);
        byte[] wrong = new byte[32];
        wrong[31] = 7;
        KeyMaker stranger = KeyFixture.keyMaker(Base64.getEncoder().encodeToString(wrong));

        assertThatThrownBy(() -> keys(stranger)).isInstanceOf(SealedWithAnotherKey.class);
    }

    private SigningKeys keys(KeyMaker keyMaker) {
        return new SigningKeys(
                stored,
                keyMaker,
                new KeyConfiguration(KeyFixture.BASE64_KEY, Duration.ofSeconds(5)),
                clock,
                new SimpleMeterRegistry());
    }
}
