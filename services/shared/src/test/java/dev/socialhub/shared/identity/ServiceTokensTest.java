package dev.socialhub.shared.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceTokensTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void knowsWhoIssuedAToken() {
        assertThat(tokens(1, NOW).verify(tokens(1, NOW).issue())).contains("posts");
    }

    @Test
    void refusesATokenAfterAMinute() {
        String token = tokens(1, NOW).issue();
        assertThat(tokens(1, NOW.plusSeconds(59)).verify(token)).isPresent();
        assertThat(tokens(1, NOW.plusSeconds(60)).verify(token)).isEmpty();
    }

    @Test
    void refusesTokensMadeWithAnotherKey() {
        assertThat(tokens(1, NOW).verify(tokens(2, NOW).issue())).isEmpty();
    }

    @Test
    void refusesWhatIsNoToken() {
        for (String token : new String[] {"", "..", "e30.e30.e30", "nonsense", "\0"}) {
            assertThat(tokens(1, NOW).verify(token)).isEmpty();
        }
    }

    private static ServiceTokens tokens(int key, Instant now) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) key;
        Duration minute = Duration.ofMinutes(1);
        return new ServiceTokens(
                new IdentityConfiguration(
                        "socialhub",
                        "socialhub",
                        List.of(),
                        minute,
                        minute,
                        Base64.getEncoder().encodeToString(bytes)),
                "posts",
                Clock.fixed(now, ZoneOffset.UTC));
    }
}
