package dev.socialhub.backing.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class PingTest {
    private static final List<IntPredicate> ALL =
            List.of(Ping::postgres, Ping::redis, Ping::kafka, Ping::mongodb);

    @Test
    void isNoWhereNoServerListens() {
        var port = Loopback.freePort();
        assertThat(ALL).noneMatch(ping -> ping.test(port));
    }

    @Test
    void isNoWhenAnotherProtocolAnswers() throws IOException {
        for (var ping : ALL) {
            assertThat(answering("HTTP/1.1 400 Bad Request\r\n\r\n", ping)).isFalse();
        }
    }

    @Test
    void isNoWhenTheConnectionJustCloses() throws IOException {
        for (var ping : ALL) {
            assertThat(answering("", ping)).isFalse();
        }
    }

    @Test
    void isNoWhileRedisLoadsItsData() throws IOException {
        assertThat(answering("-LOADING Redis is loading\r\n", Ping::redis)).isFalse();
        assertThat(answering("+PONG\r\n", Ping::redis)).isTrue();
    }

    @Test
    void isNoWhilePostgresRecovers() throws IOException {
        assertThat(answering("E....SFATAL", Ping::postgres)).isFalse();
        assertThat(answering("R....", Ping::postgres)).isTrue();
    }

    private static boolean answering(String answer, IntPredicate ping) throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerOnce(server, answer));
            return ping.test(server.getLocalPort());
        }
    }

    private static void answerOnce(ServerSocket server, String answer) {
        try (var client = server.accept()) {
            client.getInputStream().read(new byte[1024]);
            client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
