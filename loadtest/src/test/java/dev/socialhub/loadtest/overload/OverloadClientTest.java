package dev.socialhub.loadtest.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OverloadClientTest {
    private static final String GOOD = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
    private static final String EMPTY = "HTTP/1.1 204 No Content\r\n\r\n";
    private static final String CHUNKED =
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "3;x=y\r\nabc\r\nA\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n";
    private static final String LAST =
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    private static final String REFUSAL =
            "HTTP/1.1 503 Service Unavailable\r\nretry-after: 1\r\nContent-Length: 47\r\n\r\n"
                    + "{ \"type\" : \"urn:socialhub:problem:overloaded\" }";

    @Test
    void keepsOneConnectionForOneRequestAfterTheOther() throws IOException {
        try (ScriptedServer server = new ScriptedServer(GOOD, CHUNKED, REFUSAL, GOOD);
                OverloadClient client = new OverloadClient(Duration.ofSeconds(10))) {
            assertThat(send(client, server.address())).isEqualTo(RequestResult.SUCCEEDED);
            assertThat(send(client, server.address())).isEqualTo(RequestResult.SUCCEEDED);
            assertThat(send(client, server.address())).isEqualTo(RequestResult.REFUSED);
            assertThat(send(client, server.address())).isEqualTo(RequestResult.SUCCEEDED);
            assertThat(server.connections).hasValue(1);
        }
    }

    @Test
    void reconnectsAfterTheServerHasClosed() throws IOException {
        try (ScriptedServer server =
                        new ScriptedServer(GOOD, ScriptedServer.CLOSE, LAST, GOOD, EMPTY);
                OverloadClient client = new OverloadClient(Duration.ofSeconds(10))) {
            assertThat(send(client, server.address())).isEqualTo(RequestResult.SUCCEEDED);
            assertThat(send(client, server.address())).isEqualTo(RequestResult.SUCCEEDED);
            assertThat(server.connections).hasValue(2);
            assertThat(send(client, server.address())).isEqualTo(RequestResult.SUCCEEDED);
            assertThat(server.connections).hasValue(3);
            assertThat(send(client, server.address())).isEqualTo(RequestResult.failed("204"));
        }
    }

    @Test
    void distinguishesLostConnectionsFromTimeouts() throws IOException {
        try (ScriptedServer server =
                        new ScriptedServer(
                                ScriptedServer.CLOSE, "HTTP/1.1 2", ScriptedServer.SILENCE, "?\n");
                OverloadClient client = new OverloadClient(Duration.ofMillis(300))) {
            URI target = server.address();
            assertThat(send(client, target)).isEqualTo(RequestResult.failed("connection lost"));
            assertThat(send(client, target)).isEqualTo(RequestResult.failed("no answer in time"));
            assertThat(send(client, target)).isEqualTo(RequestResult.failed("no answer in time"));
            assertThat(send(client, target)).isEqualTo(RequestResult.failed("connection lost"));
        }
    }

    @Test
    void reportsAClosedPort() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (OverloadClient client = new OverloadClient(Duration.ofSeconds(10))) {
            assertThat(send(client, URI.create("http://127.0.0.1:" + port)))
                    .isEqualTo(RequestResult.failed("no connection"));
        }
    }

    @Test
    void readsAnAnswerInPartsOfAnySize() throws IOException {
        for (String answer : List.of(GOOD, CHUNKED, EMPTY, LAST, REFUSAL)) {
            ReplyParser parser = new ReplyParser();
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            for (int at = 0; at < bytes.length - 1; at++) {
                assertThat(parser.parse(ByteBuffer.wrap(bytes, at, 1))).isFalse();
            }
            assertThat(parser.parse(ByteBuffer.wrap(bytes, bytes.length - 1, 1))).isTrue();
            assertThat(parser.reply().status())
                    .isEqualTo(Integer.parseInt(answer.substring(9, 12)));
        }
    }

    private static RequestResult send(OverloadClient client, URI target) {
        AtomicReference<@Nullable RequestResult> received = new AtomicReference<>();
        client.send(
                RequestToSend.of(target, "GET", "/x", "Bearer y", null, null, 200),
                (result, _) -> received.set(result));
        while (!client.isIdle()) {
            client.poll(System.nanoTime() + 1_000_000);
        }
        return Objects.requireNonNull(received.get());
    }
}
