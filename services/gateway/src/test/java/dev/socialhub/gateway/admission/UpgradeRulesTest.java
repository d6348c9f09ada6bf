package dev.socialhub.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.gateway.answer.Refusal;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpgradeRulesTest {

    private static final String KEY = "Sec-WebSocket-Key";

    private final HttpRequest request = request(HttpVersion.HTTP_1_1, HttpMethod.GET);

    @Test
    void acceptsAHandshake() {
        assertThat(UpgradeRules.isRequested(request.headers())).isTrue();
        assertThat(UpgradeRules.check(request)).isNull();

        request.headers().set("Connection", "keep-alive, Upgrade").set("Upgrade", "WebSocket");
        assertThat(UpgradeRules.check(request)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Connection, keep-alive",
        "Upgrade, 'websocket, h2c'",
        "Content-Length, 5",
        "Transfer-Encoding, chunked",
        "Expect, 100-continue",
        "Sec-WebSocket-Key, ''",
        "Sec-WebSocket-Key, c2hvcnQ=",
        "Sec-WebSocket-Key, dGhlIHNhbXBsZSBub25jZR=="
    })
    void refusesAMalformedHandshake(String header, String value) {
        request.headers().set(header, value);
        assertThat(UpgradeRules.check(request)).isEqualTo(Refusal.BAD_UPGRADE);
    }

    @ParameterizedTest
    @ValueSource(strings = {KEY, "Sec-WebSocket-Version", "Upgrade"})
    void refusesAHeaderThatIsGivenTwice(String header) {
        request.headers().add(header, request.headers().get(header));
        assertThat(UpgradeRules.check(request)).isEqualTo(Refusal.BAD_UPGRADE);
    }

    @Test
    void refusesOtherMethodsAndVersions() {
        assertThat(UpgradeRules.check(request(HttpVersion.HTTP_1_1, HttpMethod.POST)))
                .isEqualTo(Refusal.BAD_UPGRADE);
        assertThat(UpgradeRules.check(request(HttpVersion.HTTP_1_0, HttpMethod.GET)))
                .isEqualTo(Refusal.BAD_UPGRADE);

        request.headers().set("Sec-WebSocket-Version", "8");
        assertThat(UpgradeRules.check(request)).isEqualTo(Refusal.UPGRADE_VERSION);
    }

    @Test
    void takesOnlyAWebSocketForAnAcceptance() {
        DefaultHttpHeaders answer = new DefaultHttpHeaders();
        answer.set("Upgrade", "websocket");
        assertThat(UpgradeRules.isAccepted(answer)).isFalse();

        answer.set("Sec-WebSocket-Accept", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
        assertThat(UpgradeRules.isAccepted(answer)).isTrue();

        answer.set("Upgrade", "h2c");
        assertThat(UpgradeRules.isAccepted(answer)).isFalse();
    }

    private static HttpRequest request(HttpVersion version, HttpMethod method) {
        HttpRequest request = new DefaultHttpRequest(version, method, "/ws");
        request.headers()
                .set("Connection", "Upgrade")
                .set("Upgrade", "websocket")
                .set(KEY, "dGhlIHNhbXBsZSBub25jZQ==")
                .set("Sec-WebSocket-Version", "13");
        return request;
    }
}
