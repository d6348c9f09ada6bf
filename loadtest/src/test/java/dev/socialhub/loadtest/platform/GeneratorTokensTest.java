package dev.socialhub.loadtest.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GeneratorTokensTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);
    private static final String KEY = "YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=";

    @Test
    void isValidForAMinuteAndForInternalRoutes() {
        String token = GeneratorTokens.under(KEY, CLOCK).orElseThrow().issue();
        List<String> parts = Pattern.compile("\\.").splitAsStream(token).toList();
        assertThat(parts).hasSize(3);
        assertThat(decoded(parts.get(0))).isEqualTo("{\"alg\":\"HS256\"}");
        assertThat(decoded(parts.get(1)))
                .isEqualTo(
                        "{\"sub\":\"loadtest\",\"aud\":\"internal\",\"iat\":1700000000,\"exp\":1700000060}");
        assertThat(Base64.getUrlDecoder().decode(parts.get(2))).hasSize(32);
    }

    @Test
    void isSignedUnderItsKey() {
        String other = Base64.getEncoder().encodeToString(new byte[32]);
        assertThat(GeneratorTokens.under(KEY, CLOCK).orElseThrow().issue())
                .isNotEqualTo(GeneratorTokens.under(other, CLOCK).orElseThrow().issue());
    }

    @Test
    void requiresAKey() {
        assertThat(GeneratorTokens.under(null, CLOCK)).isEmpty();
        assertThat(GeneratorTokens.under(" ", CLOCK)).isEmpty();
        assertThat(GeneratorTokens.under("no base64!", CLOCK)).isEmpty();
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.US_ASCII);
    }
}
