package dev.socialhub.shared.problem;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import dev.socialhub.shared.testing.RecordedLog;
import dev.socialhub.shared.testing.TryServer;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How loudly errors are logged. */
class UnexpectedErrorsTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static EmbeddedServer server;

    private final String requestId = UUID.randomUUID().toString();
    private final RecordedLog log = new RecordedLog();

    @BeforeAll
    static void start() {
        server = TryServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void logsAFaultOfOursWithItsTrace() throws Exception {
        assertThat(send(request("/try/bug")).statusCode()).isEqualTo(500);

        List<ILoggingEvent> logged = log.ofRequest(requestId);
        assertThat(logged).hasSize(1);
        assertThat(logged.getFirst().getLevel()).isEqualTo(Level.ERROR);
        assertThat(logged.getFirst().getFormattedMessage()).isEqualTo("GET /try/bug failed");
        assertThat(logged.getFirst().getThrowableProxy()).isNotNull();
    }

    @Test
    void logsADatabaseThatIsAwayInOneLine() throws Exception {
        assertThat(send(request("/try/database")).statusCode()).isEqualTo(503);

        List<ILoggingEvent> logged = log.ofRequest(requestId);
        assertThat(logged).hasSize(1);
        assertThat(logged.getFirst().getLevel()).isEqualTo(Level.WARN);
        assertThat(logged.getFirst().getFormattedMessage())
                .contains("connection to 10.0.0.1 refused")
                .doesNotContain("\n");
        assertThat(logged.getFirst().getThrowableProxy()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"name\":\"a\",\"count\":1} trailing",
                "{\"name\":\"a\",\"count\":{}}",
                "{\"name\":\"\",\"count\":99}"
            })
    void keepsQuietAboutBodiesThatAreWrong(String body) throws Exception {
        HttpRequest.Builder request =
                request("/try")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));

        assertThat(send(request).statusCode()).isBetween(400, 499);
        assertThat(log.ofRequest(requestId)).isEmpty();
    }

    @Test
    void keepsQuietAboutBodiesThatBreakTheirEncodingOrSize() throws Exception {
        HttpRequest.Builder packed =
                request("/try")
                        .header("Content-Type", "application/json")
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofString("{\"name\":\"a\",\"count\":1}"));
        HttpRequest.Builder large =
                request("/try")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(new byte[2_000_000]));

        assertThat(send(packed).statusCode()).isEqualTo(400);
        assertThat(send(large).statusCode()).isEqualTo(413);
        assertThat(log.ofRequest(requestId)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/nothing, 404", "/try, 405", "/try/number?count=x, 422", "/try/secured, 401"})
    void keepsQuietAboutWrongAddresses(String path, int status) throws Exception {
        assertThat(send(request(path)).statusCode()).isEqualTo(status);
        assertThat(log.ofRequest(requestId)).isEmpty();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.getURL() + path))
                .header("X-Request-Id", requestId);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (log) {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        }
    }
}
