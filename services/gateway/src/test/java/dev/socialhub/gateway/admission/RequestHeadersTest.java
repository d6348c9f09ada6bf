package dev.socialhub.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.gateway.testkit.TestSettings;
import dev.socialhub.shared.trace.TraceContext;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.net.InetAddress;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestHeadersTest {

    private static final GatewayCaller CALLER =
            new GatewayCaller(InetAddress.ofLiteral("203.0.113.7"), false);

    private static final TraceContext TRACE = TraceContext.begin();

    private final HttpHeaders headers = new DefaultHttpHeaders().add("Host", "api.example.org");

    @Test
    void stripsEveryHeaderThatClaimsAnIdentity() {
        headers.add("x-user-id", "1")
                .add("X-User-Payload", "{}")
                .add("X-USER-ROLES", "ADMIN")
                .add("x_user_id", "1")
                .add("X-User_Anything", "1")
                .add("X-Username", "kept")
                .add("Authorization", "Bearer t");

        rewrite();

        assertThat(headers.names())
                .contains("X-Username", "Authorization")
                .noneMatch(name ->
                        name.toLowerCase(Locale.ROOT).replace('_', '-').startsWith("x-user-"));
    }

    @Test
    void stripsHopByHopHeadersAndThoseThatConnectionNames() {
        headers.add("Connection", "keep-alive, X-Secret")
                .add("Connection", "x-other")
                .add("X-Secret", "1")
                .add("X-Other", "1")
                .add("Keep-Alive", "timeout=5")
                .add("TE", "trailers")
                .add("Upgrade", "h2c")
                .add("HTTP2-Settings", "AAMAAABkAAQCAAAAAAIAAAAA")
                .add("Proxy-Authorization", "Basic x");

        rewrite();

        assertThat(headers.names())
                .containsExactlyInAnyOrder(
                        "Host",
                        "X-Forwarded-For",
                        "X-Forwarded-Proto",
                        "X-Forwarded-Host",
                        "X-Request-Id",
                        "traceparent");
    }

    @Test
    void letsNoConnectionHeaderRemoveTheFraming() {
        headers.add("Connection", "content-length, transfer-encoding, host")
                .add("Content-Length", "5");

        rewrite();

        assertThat(headers.get("Content-Length")).isEqualTo("5");
        assertThat(headers.get("Host")).isEqualTo("api.example.org");
    }

    @Test
    void replacesForwardedHeadersOfStrangers() {
        headers.add("X-Forwarded-For", "10.0.0.1")
                .add("X-Forwarded-Proto", "https")
                .add("X-Forwarded-Host", "evil.example")
                .add("Forwarded", "for=10.0.0.1")
                .add("X-Real-IP", "10.0.0.1");

        rewrite();

        assertThat(headers.getAll("X-Forwarded-For")).containsExactly("203.0.113.7");
        assertThat(headers.getAll("X-Forwarded-Proto")).containsExactly("http");
        assertThat(headers.getAll("X-Forwarded-Host")).containsExactly("api.example.org");
        assertThat(headers.contains("Forwarded")).isFalse();
        assertThat(headers.contains("X-Real-IP")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, true",
        "203.0.113.0/24, true",
        "203.0.113.4/30, true",
        "203.0.113.8/30, false",
        "0.0.0.0/0, true",
        "::/0, false"
    })
    void believesForwardedHeadersOfTrustedProxies(String block, boolean believed) {
        headers.add("X-Forwarded-For", "198.51.100.1, 198.51.100.2")
                .add("X-Forwarded-Proto", "https");

        new RequestHeaders(new TrustedProxies(TestSettings.trusting(block)))
                .rewrite(headers, CALLER, "r-1", TRACE);

        assertThat(headers.get("X-Forwarded-For"))
                .isEqualTo(believed ? "198.51.100.1, 198.51.100.2, 203.0.113.7" : "203.0.113.7");
        assertThat(headers.get("X-Forwarded-Proto")).isEqualTo(believed ? "https" : "http");
    }

    @Test
    void tellsTheServiceItsPlaceInTheTrace() {
        headers.add("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .add("tracestate", "a=b");

        rewrite();

        assertThat(headers.getAll("traceparent")).containsExactly(TRACE.traceparent());
        assertThat(headers.get("tracestate")).isEqualTo("a=b");
    }

    @Test
    void namesAHostForCallersThatNeedNotSendOne() {
        headers.remove("Host");

        rewrite();

        assertThat(headers.get("Host")).isEqualTo("localhost");
    }

    @Test
    void knowsTheAddressThatTheCallerUses() {
        assertThat(address("", CALLER)).isEqualTo("http://api.example.org");
        assertThat(address("", new GatewayCaller(CALLER.address(), true)))
                .isEqualTo("https://api.example.org");
        headers.remove("Host");
        assertThat(address("", CALLER)).isEqualTo("http://localhost");
    }

    @Test
    void takesTheAddressFromTrustedProxiesAlone() {
        headers.add("X-Forwarded-Proto", "https").add("X-Forwarded-Host", "hub.example.org");
        assertThat(address("10.0.0.0/8", CALLER)).isEqualTo("http://api.example.org");
        assertThat(address("203.0.113.0/24", CALLER)).isEqualTo("https://hub.example.org");

        headers.set("X-Forwarded-Host", "a b;$(id)");
        assertThat(address("203.0.113.0/24", CALLER)).isEqualTo("https://api.example.org");
    }

    private String address(String trusted, GatewayCaller caller) {
        return new RequestHeaders(new TrustedProxies(TestSettings.trusting(trusted)))
                .address(headers, caller);
    }

    private void rewrite() {
        new RequestHeaders(new TrustedProxies(TestSettings.trusting()))
                .rewrite(headers, CALLER, "r-1", TRACE);
    }
}
