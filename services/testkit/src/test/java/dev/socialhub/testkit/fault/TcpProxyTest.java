package dev.socialhub.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.backing.wire.Loopback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {
    private static final int TIMEOUT_MILLIS = 10_000;

    private EchoServer server;
    private TcpProxy proxy;

    @BeforeEach
    void listen() throws IOException {
        server = new EchoServer();
        proxy = TcpProxy.before(server.port());
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void carriesBothWaysAndCountsConnections() throws IOException {
        try (var one = connect();
                var two = connect()) {
            assertThat(echoed(one, "hello")).isEqualTo("hello");
            assertThat(echoed(two, "good day")).isEqualTo("good day");
        }
        assertThat(proxy.connections()).isEqualTo(2);
    }

    @Test
    void carriesMoreThanFitsIntoBuffers() throws IOException {
        var sent = new byte[4_000_000];
        Arrays.fill(sent, (byte) 7);
        try (var client = connect()) {
            Thread.ofVirtual().start(() -> write(client, sent));
            assertThat(client.getInputStream().readNBytes(sent.length)).isEqualTo(sent);
        }
    }

    @Test
    void carriesTheEndOfAStream() throws IOException {
        try (var client = connect()) {
            write(client, "last words".getBytes(StandardCharsets.UTF_8));
            client.shutdownOutput();
            assertThat(client.getInputStream().readAllBytes()).hasSize(10);
        }
    }

    @Test
    void delaysEachWay() throws IOException {
        try (var client = connect()) {
            assertThat(echoed(client, "at once")).isEqualTo("at once");
            proxy.delay(Duration.ofMillis(60));
            var begin = System.nanoTime();
            assertThat(echoed(client, "later")).isEqualTo("later");
            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(120));
        }
    }

    @Test
    void swallowsEverythingUntilItIsHealed() throws IOException {
        try (var before = connect()) {
            assertThat(echoed(before, "early")).isEqualTo("early");
            proxy.blackHole();
            try (var during = connect()) {
                write(before, "one".getBytes(StandardCharsets.UTF_8));
                write(during, "two".getBytes(StandardCharsets.UTF_8));
                assertSilent(before);
                assertSilent(during);
                proxy.heal();
                assertThat(read(before, 3)).isEqualTo("one");
                assertThat(read(during, 3)).isEqualTo("two");
            }
        }
    }

    @Test
    void endsConnectionsAndRefusesNewOnesWhileItIsCut() throws IOException {
        try (var before = connect()) {
            assertThat(echoed(before, "early")).isEqualTo("early");
            proxy.cut();
            assertThat(isEnded(before)).isTrue();
            assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
        }
        proxy.heal();
        try (var after = connect()) {
            assertThat(echoed(after, "back")).isEqualTo("back");
        }
    }

    @Test
    void cutsConnectionsThatADeadLineHolds() throws IOException {
        proxy.blackHole();
        try (var held = connect()) {
            write(held, "never".getBytes(StandardCharsets.UTF_8));
            proxy.cut();
            assertThat(isEnded(held)).isTrue();
        }
    }

    @Test
    void endsAConnectionWhoseServerIsDown() throws IOException {
        try (var toNobody = TcpProxy.before(Loopback.freePort());
                var client = connect(toNobody)) {
            assertThat(isEnded(client)).isTrue();
        }
    }

    private Socket connect() throws IOException {
        return connect(proxy);
    }

    private static Socket connect(TcpProxy proxy) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return socket;
    }

    private static void write(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String echoed(Socket socket, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        write(socket, bytes);
        return read(socket, bytes.length);
    }

    private static String read(Socket socket, int length) throws IOException {
        return new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
    }

    private static void assertSilent(Socket socket) throws IOException {
        socket.setSoTimeout(50);
        assertThatThrownBy(() -> socket.getInputStream().read())
                .isInstanceOf(SocketTimeoutException.class);
        socket.setSoTimeout(TIMEOUT_MILLIS);
    }

    /** By an end of the stream or by a reset; a socket that only stays silent times out. */
    private static boolean isEnded(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }
}
