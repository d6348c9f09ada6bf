package dev.socialhub.shared.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.HttpCalls;
import dev.socialhub.shared.testing.TryServer;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedInputTest {

    private static EmbeddedServer server;
    private static HttpCalls calls;

    @BeforeAll
    static void start() {
        server = TryServer.start();
        calls = new HttpCalls(server.getURL().toString());
    }

    @AfterAll
    static void stop() {
        calls.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"c0af", "e080af", "eda080", "eda0bdedb880", "e282", "80", "ff"})
    void refusesABodyThatIsNotUtf8(String hex) {
        Answer answer = calls.post(null, "/echo", body(hex));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.at("type")).isEqualTo("urn:socialhub:problem:malformed-request");
    }

    @Test
    void refusesABodyOfAnotherEncoding() {
        for (String charset : List.of("UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE")) {
            byte[] body = "{\"text\":\"a\"}".getBytes(Charset.forName(charset));
            assertThat(calls.post(null, "/echo", body).status()).as(charset).isEqualTo(400);
        }
    }

    @Test
    void readsABodyOfEveryLetter() {
        assertThat(calls.post(null, "/echo", body("c3a9f09f9880")).at("text"))
                .isEqualTo("a\u00e9\ud83d\ude00b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/echo/%c0%af",
                "/echo/a%C3",
                "/echo/%ED%A0%80",
                "/echo/a?query=%c0%af",
                "/echo/a?query=%ff",
                "/echo/a?query=%e2%82x",
                "/echo/a?other=%80",
                "/nothing/%ff"
            })
    void refusesAnAddressThatIsNotUtf8(String address) {
        Answer answer = calls.get(null, address);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.at("type")).isEqualTo("urn:socialhub:problem:malformed-request");
        assertThat(answer.header("X-Request-Id")).isNotNull();
    }

    @Test
    void readsAnAddressOfEveryLetter() {
        assertThat(calls.get(null, "/echo/%C3%A9%F0%9F%98%80?query=a%20%E2%82%ac").at("text"))
                .isEqualTo("\u00e9\ud83d\ude00|a \u20ac");
    }

    private static byte[] body(String hex) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("{\"text\":\"a".getBytes(StandardCharsets.UTF_8));
        body.writeBytes(HexFormat.of().parseHex(hex));
        body.writeBytes("b\"}".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }
}
