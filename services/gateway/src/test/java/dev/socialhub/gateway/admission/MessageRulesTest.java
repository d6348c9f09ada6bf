package dev.socialhub.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.gateway.answer.Refusal;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageRulesTest {

    private HttpRequest request =
            new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/posts");

    @Test
    void acceptsOneHostAndOneLength() {
        request.headers().add("Host", "localhost:8080").add("Content-Length", "5");
        assertThat(check()).isNull();
    }

    @Test
    void acceptsChunked() {
        request.headers().add("Host", "[::1]:8080").add("Transfer-Encoding", "Chunked");
        assertThat(check()).isNull();
    }

    @Test
    void refusesSeveralMissingAndStrangeHosts() {
        assertThat(check()).isEqualTo(Refusal.BAD_HOST);

        request.headers().add("Host", "a").add("Host", "b");
        assertThat(check()).isEqualTo(Refusal.BAD_HOST);

        request.headers().set("Host", "a/../b");
        assertThat(check()).isEqualTo(Refusal.BAD_HOST);
    }

    @Test
    void letsHttp10GoWithoutAHost() {
        request = new DefaultHttpRequest(HttpVersion.HTTP_1_0, HttpMethod.GET, "/posts");
        assertThat(check()).isNull();
    }

    @Test
    void refusesOtherVersionsAndTunnels() {
        request = new DefaultHttpRequest(HttpVersion.valueOf("HTTP/1.2"), HttpMethod.GET, "/");
        assertThat(check()).isEqualTo(Refusal.MALFORMED);

        request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.TRACE, "/");
        request.headers().add("Host", "a");
        assertThat(check()).isEqualTo(Refusal.METHOD);
    }

    @Test
    void refusesTargetsBeyondTheLimit() {
        request.headers().add("Host", "a");
        request.setUri("/" + "a".repeat(100));
        assertThat(MessageRules.check(request, 100)).isEqualTo(Refusal.URI_TOO_LONG);
        assertThat(MessageRules.check(request, 101)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void acceptsTheMethodsOfTheApi(String method) {
        request.headers().add("Host", "a");
        request.setMethod(HttpMethod.valueOf(method));
        assertThat(check()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "get",
                "Get",
                "post",
                "head",
                "options",
                "delete",
                "TRACE",
                "trace",
                "Trace",
                "CONNECT",
                "connect",
                "PROPFIND",
                "LINK",
                "CUSTOM",
                "X"
            })
    void refusesEveryOtherSpellingAndMethod(String method) {
        request.headers().add("Host", "a");
        request.setMethod(HttpMethod.valueOf(method));
        assertThat(check()).isEqualTo(Refusal.METHOD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "deflate", "identity"})
    void acceptsBodiesThatServicesUnpack(String coding) {
        request.headers().add("Host", "a").add("Content-Encoding", coding);
        assertThat(check()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "compress", "snappy", "gzip, gzip", "gzip, br", ""})
    void refusesBodiesThatTheyTakeForPlain(String coding) {
        request.headers().add("Host", "a").add("Content-Encoding", coding);
        assertThat(check()).isEqualTo(Refusal.UNSUPPORTED_ENCODING);
    }

    @Test
    void refusesTwoCodings() {
        request.headers()
                .add("Host", "a")
                .add("Content-Encoding", "gzip")
                .add("Content-Encoding", "br");
        assertThat(check()).isEqualTo(Refusal.UNSUPPORTED_ENCODING);
    }

    private @Nullable Refusal check() {
        return MessageRules.check(request, 8192);
    }
}
