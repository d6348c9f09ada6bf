package dev.socialhub.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.testing.TryServer;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a service takes from a connection, and what it refuses before any route is asked. */
class ServiceEdgeTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = TryServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
        HTTP.shutdownNow();
    }

    @Test
    void leavesOriginsToTheGateway() throws Exception {
        String answer =
                exchange(
                        "GET /try/number?count=1 HTTP/1.1\r\nHost: localhost:8080\r\n"
                                + "Origin: https://app.example.com\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").doesNotContainIgnoringCase("access-control");
    }

    /** All that comes back until the service closes the connection. */
    private static String exchange(String request) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
