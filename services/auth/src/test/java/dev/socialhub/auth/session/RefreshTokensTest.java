package dev.socialhub.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.auth.key.KeyFixture;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefreshTokensTest {

    private final RefreshTokens tokens = new RefreshTokens(SessionFixture.CONFIGURATION);

    @Test
    void derivesTheSameTokenForTheSameGeneration() {
        UUID family = UUID.randomUUID();

        assertThat(tokens.derive(session(family, 3))).isEqualTo(tokens.derive(session(family, 3)));
        assertThat(tokens.derive(session(family, 3)))
                .isNotEqualTo(tokens.derive(session(family, 4)))
                .isNotEqualTo(tokens.derive(session(UUID.randomUUID(), 3)));
    }

    @Test
    void namesFamilyAndGenerationAndProvesThem() {
        byte[] token = Base64.getUrlDecoder().decode(tokens.derive(session(new UUID(1, 2), 3)));

        assertThat(token).hasSize(16 + 4 + 32);
        assertThat(token[7]).isEqualTo((byte) 1);
        assertThat(token[15]).isEqualTo((byte) 2);
        assertThat(token[19]).isEqualTo((byte) 3);
    }

    @Test
    void dependsOnTheServersKey() {
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;
        TokenConfiguration other =
                new TokenConfiguration(
                        Base64.getEncoder().encodeToString(otherKey),
                        SessionFixture.CONFIGURATION.accessLifeTime(),
                        SessionFixture.CONFIGURATION.sessionLifeTime());

        assertThat(KeyFixture.BASE64_KEY).isNotEqualTo(other.refreshKey());
        assertThat(new RefreshTokens(other).derive(session(new UUID(1, 2), 3)))
                .isNotEqualTo(tokens.derive(session(new UUID(1, 2), 3)));
    }

    private static Session session(UUID family, int generation) {
        return new Session(
                new UUID(0, 1),
                new UUID(0, 2),
                family,
                generation,
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
