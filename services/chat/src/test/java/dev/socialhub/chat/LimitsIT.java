package dev.socialhub.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.chat.transport.Connections;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.testkit.TestServers;
import dev.socialhub.testkit.fault.TcpProxy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An instance that is full, that stops, and that has no Redis. */
class LimitsIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int TRY_AGAIN_LATER = 1013;
    private static final int SERVICE_RESTART = 1012;

    private final TcpProxy redis =
            TcpProxy.before(URI.create(TestServers.shared().redisUrl()).getPort());
    private RunningChat chat;

    @BeforeEach
    void start() {
        chat =
                RunningChat.start(
                        Map.of(
                                "chat.transport.max-connections",
                                3,
                                "chat.transport.drain",
                                "600ms",
                                "redis.uri",
                                "redis://127.0.0.1:" + redis.port()));
    }

    @AfterEach
    void stop() {
        chat.close();
        redis.close();
    }

    private List<RawSocket> fill() {
        String token = chat.newUser().token();
        List<RawSocket> sockets = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            sockets.add(RawSocket.connected(chat, token));
        }
        return sockets;
    }

    private Answer poll() {
        return chat.service.send(null, chat.service.request("/socket.io/?EIO=4&transport=polling"));
    }

    @Test
    void aFullInstanceRefusesFurtherConnectionsUntilOneEnds() {
        List<RawSocket> sockets = fill();
        try (RawSocket refused = RawSocket.open(chat, null)) {
            assertThat(refused.closeStatus()).isEqualTo(TRY_AGAIN_LATER);
        }
        assertThat(poll().status()).isEqualTo(503);
        sockets.removeFirst().close();
        await().atMost(SOON).until(() -> chat.openConnections() == 2);
        assertThat(poll().status()).isEqualTo(200);
        sockets.forEach(RawSocket::close);
    }

    @Test
    void aStoppingInstanceEndsItsConnectionsOneAfterTheOther() {
        List<RawSocket> sockets = fill();
        Set<Integer> open = new TreeSet<>();
        var stopped = chat.service.bean(Connections.class).shutdownGracefully();
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> {
                    open.add(chat.openConnections());
                    return stopped.toCompletableFuture().isDone();
                });
        assertThat(open).contains(0, 1, 2);
        sockets.forEach(one -> assertThat(one.closeStatus()).isEqualTo(SERVICE_RESTART));
        try (RawSocket refused = RawSocket.open(chat, null)) {
            assertThat(refused.closeStatus()).isEqualTo(TRY_AGAIN_LATER);
        }
    }

    @Test
    void aClientThatComesBackWithoutRedisBeginsAnew() {
        String token = chat.newUser().token();
        String pid;
        try (RawSocket first = RawSocket.open(chat, token)) {
            first.expect("0{");
            pid = first.send("40").expect("40{").replaceAll(".*\"pid\":\"([^\"]+)\".*", "$1");
        }
        redis.cut();
        try (RawSocket again = RawSocket.open(chat, token)) {
            again.expect("0{");
            String answer = again.send("40{\"pid\":\"" + pid + "\",\"offset\":\"\"}").expect("40{");
            assertThat(answer).contains("\"sid\":").doesNotContain(pid);
            again.send("42[\"test:echo\",{\"text\":\"a\"}]").expect("42[\"echo\",\"a\"]");
        }
    }
}
