package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Compares chat with the official Socket.IO server on Node and its Redis adapter, under the same
 * load in the same run: 2,000 connections in rooms of ten.
 */
@Tag("campaign")
class ChatPeerIT {

    private static final int CONNECTIONS = 2_000;
    private static final int RATE = 1_000;
    private static final int USERS = 50;
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration MEASURED = Duration.ofSeconds(20);
    private static final String MESSAGE = "send_message";
    private static final String TYPING = "typing";

    private final PlatformUnderTest platform = PlatformUnderTest.shared();
    private final int peerPort = PlatformUnderTest.freePorts(1).getFirst();
    private Process peer;

    @BeforeEach
    void startPeer() throws IOException, InterruptedException {
        peer =
                NodeFolder.of(platform, "services/chat/src/test/peer")
                        .node(
                                Map.of(),
                                "server.js",
                                Integer.toString(peerPort),
                                Integer.toString(platform.port("REDIS_PORT")));
        BufferedReader output = peer.inputReader();
        assertThat(output.readLine()).isEqualTo("listening");
    }

    @AfterEach
    void stopPeer() {
        peer.destroy();
    }

    @Test
    void aDeliveryCostsHalfOfThePeers() throws Exception {
        List<String> tokens =
                IntStream.range(0, USERS)
                        .mapToObj(_ -> platform.gateway().signUp().token())
                        .toList();
        try (RoomTraffic ours =
                        RoomTraffic.join(
                                platform.process("chat"),
                                address(platform.port("CHAT_PORT")),
                                tokens,
                                CONNECTIONS);
                RoomTraffic theirs =
                        RoomTraffic.join(peer.toHandle(), address(peerPort), tokens, CONNECTIONS)) {
            RoomTraffic.Result unstored = measure("chat, typing", ours, TYPING, RATE);
            RoomTraffic.Result peers = measure("peer, typing", theirs, TYPING, RATE);
            RoomTraffic.Result stored = measure("chat, stored", ours, MESSAGE, RATE);
            measure("peer, not stored", theirs, MESSAGE, RATE);
            measure("chat, stored, half load", ours, MESSAGE, RATE / 2);
            measure("peer, not stored, half load", theirs, MESSAGE, RATE / 2);
            assertThat(stored.deliveries() / stored.seconds()).isGreaterThan(9_800);
            assertThat(unstored.cpuPer100k()).isLessThan(peers.cpuPer100k() / 2);
        }
    }

    private static RoomTraffic.Result measure(
            String name, RoomTraffic traffic, String event, int rate) {
        RoomTraffic.Result result = traffic.send(event, rate, WARM_UP, MEASURED);
        System.out.println(name + ": " + result);
        return result;
    }

    private static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
