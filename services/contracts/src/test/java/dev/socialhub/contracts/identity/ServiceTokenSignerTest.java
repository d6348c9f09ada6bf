package dev.socialhub.contracts.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ServiceTokenSignerTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC);

    @Test
    void isValidForAMinuteAndForInternalRoutes() {
        String token = signer(new byte[32]).issue();
        List<String> parts = Pattern.compile("\\.").splitAsStream(token).toList();
        assertThat(parts).hasSize(3);
        assertThat(decoded(parts.get(0))).isEqualTo("{\"alg\":\"HS256\"}");
        assertThat(decoded(parts.get(1)))
                .isEqualTo(
                        "{\"sub\":\"posts\",\"aud\":\"internal\",\"iat\":1700000000,\"exp\":1700000060}");
        assertThat(Base64.getUrlDecoder().decode(parts.get(2))).hasSize(32);
    }

    @Test
    void isSignedUnderItsKey() {
        byte[] other = new byte[32];
        other[31] = 1;
        assertThat(signer(new byte[32]).issue()).isNotEqualTo(signer(other).issue());
    }

    @Test
    void refusesAShortKeyAndASubjectThatIsNoName() {
        ServiceTokenSigner weak = signer(new byte[31]);
        assertThatThrownBy(weak::issue)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SERVICE_TOKEN_KEY");
        assertThatThrownBy(() -> new ServiceTokenSigner("a\"", new byte[32], CLOCK))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ServiceTokenSigner signer(byte[] key) {
        return new ServiceTokenSigner("posts", key, CLOCK);
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.US_ASCII);
    }
}
