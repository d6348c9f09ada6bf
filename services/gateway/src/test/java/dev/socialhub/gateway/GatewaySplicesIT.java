package dev.socialhub.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.socialhub.gateway.testkit.RawCaller;
import dev.socialhub.gateway.testkit.RunningGateway;
import dev.socialhub.gateway.testkit.ScriptedService;
import dev.socialhub.gateway.testkit.ScriptedService.Conversation;
import dev.socialhub.gateway.testkit.StreamManifest;
import dev.socialhub.gateway.testkit.WebSocketHandshake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Handshakes that the service answers, and the bytes that pass once a WebSocket is open. */
class GatewaySplicesIT {

    private static final int MEBIBYTE = 1024 * 1024;

    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicLong poured = new AtomicLong();
    private final ScriptedService service = new ScriptedService(this::play);
    private final List<RawCaller> callers = new ArrayList<>();
    private final RunningGateway gateway =
            new RunningGateway(Map.of(StreamManifest.service().urlVariable(), service.url()));

    @AfterEach
    void stop() throws IOException {
        for (RawCaller caller : callers) {
            caller.close();
        }
        gateway.close();
        service.close();
    }

    private void play(Conversation talk) throws IOException {
        String path = talk.head().split(" ", 3)[1];
        switch (path.substring(path.indexOf('?') + 1)) {
            case "refuse" -> talk.say("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno");
            case "other" ->
                    talk.say(
                            "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\n"
                                    + "Upgrade: h2c\r\n\r\n");
            case "first" -> {
                talk.say(WebSocketHandshake.ACCEPTED + "first frame");
                talk.in().read();
            }
            case "pour" -> {
                talk.say(WebSocketHandshake.ACCEPTED);
                pour(talk);
            }
            default -> {
                WebSocketHandshake.echo(talk);
                ended.incrementAndGet();
            }
        }
    }

    private void pour(Conversation talk) throws IOException {
        byte[] block = new byte[64 * 1024];
        while (poured.get() < 256L * MEBIBYTE) {
            talk.out().write(block);
            poured.addAndGet(block.length);
        }
        talk.socket().close();
    }

    // ---- bytes

    @Test
    void passesBytesBothWays() throws IOException {
        RawCaller caller = open("echo");
        for (String text : List.of("\u0081\u0085abc", "GET / HTTP/1.1\r\n\r\n", "\r\n\r\n")) {
            caller.send(text);
            assertThat(read(caller, text.length())).isEqualTo(text);
        }
        assertThat(service.heads().getFirst())
                .containsIgnoringCase("Connection: upgrade\r\n")
                .containsIgnoringCase("Upgrade: websocket\r\n")
                .containsIgnoringCase("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n")
                .containsIgnoringCase("X-Forwarded-For: 127.0.0.1\r\n");
        caller.close();
        await().until(() -> ended.get() == 1);
        await().untilAsserted(() ->
                assertThat(gateway.management("/prometheus").body())
                        .contains(
                                "gateway_splices_open 0.0",
                                "gateway_splices_opened_total 1.0",
                                "gateway_splices_closed_total{reason=\"client\"} 1.0",
                                "gateway_splices_bytes_total{direction=\"from-client\"} 27.0",
                                "gateway_splices_bytes_total{direction=\"from-service\"} 27.0"));
    }

    @Test
    void logsAStreamWhenItEndsWithoutItsToken() throws IOException {
        Logger accessLog = (Logger) LoggerFactory.getLogger("access");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        accessLog.addAppender(lines);
        try {
            RawCaller caller = open("echo&token=" + gateway.token());
            caller.send("hello");
            assertThat(read(caller, 5)).isEqualTo("hello");
            assertThat(lines.list).isEmpty();

            caller.close();
            await().until(() -> lines.list.size() == 1);
        } finally {
            accessLog.detachAppender(lines);
        }
        ILoggingEvent line = lines.list.getFirst();
        assertThat(line.getFormattedMessage()).startsWith("GET /ws 101 in ");
        assertThat(line.getKeyValuePairs())
                .extracting(Object::toString)
                .contains("bytes=\"5\"", "received=\"5\"", "closed=\"client\"")
                .noneMatch(pair -> pair.contains("token"));
    }

    @Test
    void passesTheFrameThatComesWithTheAnswer() throws IOException {
        RawCaller caller = gateway.raw();
        callers.add(caller);
        RawCaller.Answer answer = caller.send(WebSocketHandshake.request("/ws?first", "")).read();

        assertThat(answer.status()).isEqualTo(101);
        assertThat(answer.headers())
                .containsEntry("connection", "upgrade")
                .containsEntry("upgrade", "websocket")
                .containsEntry("sec-websocket-accept", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
                .containsKey("x-request-id")
                .doesNotContainKey("content-length");
        assertThat(read(caller, 11)).isEqualTo("first frame");
    }

    @Test
    void passesTenMebibytesInPieces() throws Exception {
        RawCaller caller = open("echo");
        byte[] sent = new byte[10 * MEBIBYTE];
        Random random = new Random(1);
        random.nextBytes(sent);
        CompletableFuture<byte[]> received =
                CompletableFuture.supplyAsync(() -> {
                    try {
                        return caller.in().readNBytes(sent.length);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                });
        for (int at = 0; at < sent.length; ) {
            int length = Math.min(1 + random.nextInt(100_000), sent.length - at);
            byte[] piece = new byte[length];
            System.arraycopy(sent, at, piece, 0, length);
            caller.send(piece);
            at += length;
        }
        assertThat(received.join()).isEqualTo(sent);
    }

    @Test
    void holdsBackAServiceWhoseClientDoesNotRead() throws IOException {
        RawCaller caller = open("pour");
        AtomicLong before = new AtomicLong(-1);
        await().pollInterval(Duration.ofMillis(300))
                .until(() -> before.getAndSet(poured.get()) == poured.get());
        // The operating system's buffers of two connections; the gateway's own are small.
        assertThat(poured.get()).isLessThan(40L * MEBIBYTE);

        for (long left = 256L * MEBIBYTE; left > 0; ) {
            left -= caller.in().readNBytes((int) Math.min(left, MEBIBYTE)).length;
        }
        assertThat(caller.isEnded()).isTrue();
    }

    @Test
    void closesWhenAClientSendsBeforeTheAnswer() throws IOException {
        RawCaller caller = gateway.raw();
        callers.add(caller);
        caller.send(
                WebSocketHandshake.request("/ws?echo", "") + "GET /ws HTTP/1.1\r\nHost: a\r\n\r\n");
        assertThat(caller.read().status()).isEqualTo(101);
        assertThat(caller.isEnded()).isTrue();
    }

    // ---- other answers

    @Test
    void passesARefusalOfTheService() throws IOException {
        RawCaller caller = gateway.raw();
        callers.add(caller);
        RawCaller.Answer answer = caller.send(WebSocketHandshake.request("/ws?refuse", "")).read();
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).isEqualTo("no");
        assertThat(gateway.management("/prometheus").body())
                .contains("gateway_upgrades_refused_total{reason=\"answered\"} 1.0");

        assertThat(caller.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\n").read().status())
                .isIn(200, 503);
        await().until(() -> service.connections() == 0);
    }

    @Test
    void switchesToNothingElse() throws IOException {
        RawCaller caller = gateway.raw();
        callers.add(caller);
        assertThat(caller.send(WebSocketHandshake.request("/ws?other", "")).read().status())
                .isEqualTo(502);
        assertThat(caller.send("GET /socket.io/?other HTTP/1.1\r\nHost: a\r\n\r\n").read().status())
                .isEqualTo(502);
    }

    private RawCaller open(String what) throws IOException {
        RawCaller caller = gateway.raw();
        callers.add(caller);
        RawCaller.Answer answer = caller.send(WebSocketHandshake.request("/ws?" + what, "")).read();
        assertThat(answer.status()).isEqualTo(101);
        return caller;
    }

    private static String read(RawCaller caller, int length) throws IOException {
        return new String(caller.in().readNBytes(length), StandardCharsets.ISO_8859_1);
    }
}
