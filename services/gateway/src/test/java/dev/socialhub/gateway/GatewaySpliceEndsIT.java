package dev.socialhub.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.socialhub.gateway.stream.OpenSplices;
import dev.socialhub.gateway.testkit.RawCaller;
import dev.socialhub.gateway.testkit.RunningGateway;
import dev.socialhub.gateway.testkit.ScriptedService;
import dev.socialhub.gateway.testkit.ScriptedService.Conversation;
import dev.socialhub.gateway.testkit.StreamManifest;
import dev.socialhub.gateway.testkit.WebSocketHandshake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way in which an open WebSocket ends. */
class GatewaySpliceEndsIT {

    @TempDir Path folder;

    private final AtomicInteger ended = new AtomicInteger();
    private final ScriptedService service = new ScriptedService(this::play);
    private final List<RawCaller> callers = new ArrayList<>();
    private RunningGateway gateway = gateway(Map.of());

    private RunningGateway gateway(Map<String, String> more) {
        Map<String, String> variables = new HashMap<>(more);
        variables.put(StreamManifest.service().urlVariable(), service.url());
        return new RunningGateway(variables);
    }

    private void restart(Map<String, String> variables) {
        gateway.close();
        gateway = gateway(variables);
    }

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
        if (path.contains("leave")) {
            talk.say(WebSocketHandshake.ACCEPTED + "last frame");
            talk.socket().close();
        } else if (path.contains("reset")) {
            talk.say(WebSocketHandshake.ACCEPTED);
            talk.in().read();
            talk.reset();
        } else {
            WebSocketHandshake.echo(talk);
            ended.incrementAndGet();
        }
    }

    @Test
    void closesTheClientsConnectionWhenTheServiceCloses() throws IOException {
        RawCaller caller = open("leave");
        assertThat(read(caller, 10)).isEqualTo("last frame");
        assertThat(caller.isEnded()).isTrue();
    }

    @Test
    void closesTheClientsConnectionWhenTheServiceIsKilled() throws IOException {
        RawCaller caller = open("reset");
        caller.send("x");
        assertThat(caller.isEnded()).isTrue();
    }

    @Test
    void closesOneThatIsIdleOrTooOld() throws IOException {
        restart(Map.of("STREAMS_IDLE_TIMEOUT", "300ms"));
        assertThat(open("echo").isEnded()).isTrue();
        await().until(() -> ended.get() == 1);

        restart(Map.of("STREAMS_MAX_AGE", "300ms"));
        assertThat(open("echo").isEnded()).isTrue();
        assertThat(gateway.management("/prometheus").body())
                .contains("gateway_splices_closed_total{reason=\"expired\"} 1.0");
    }

    @Test
    void closesThoseOfAnInstanceThatLeaves() throws IOException {
        Path instances = folder.resolve("upstreams.json");
        list(instances, service.url());
        restart(
                Map.of(
                        "UPSTREAMS_FILE", instances.toString(),
                        "STREAMS_DRAIN_GRACE", "100ms",
                        "STREAMS_DRAIN_SPREAD", "0s"));
        try (ScriptedService next = new ScriptedService(WebSocketHandshake::echo, "next")) {
            RawCaller caller = open("echo");
            list(instances, next.url());
            assertThat(caller.isEnded()).isTrue();
            await().until(() -> !health().contains(service.url()));

            RawCaller moved = open("echo");
            assertThat(read(moved.send("here"), 4)).isEqualTo("here");
            assertThat(next.connections()).isEqualTo(1);
        }
        assertThat(gateway.management("/prometheus").body())
                .contains("gateway_splices_closed_total{reason=\"leaving\"} 1.0");
    }

    private static void list(Path file, String url) throws IOException {
        Path whole =
                Files.writeString(
                        file.resolveSibling("new"),
                        "{\"%s\":[\"%s\"]}".formatted(StreamManifest.service().name(), url));
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private String health() {
        return gateway.send(gateway.anonymous("/health")).body();
    }

    @Test
    void closesAllOneAfterTheOtherWhenItShutsDown() throws Exception {
        restart(Map.of("STREAMS_DRAIN_GRACE", "200ms", "STREAMS_DRAIN_SPREAD", "2s"));
        for (int i = 0; i < 30; i++) {
            open("echo");
        }
        RawCaller late = gateway.raw();
        callers.add(late);
        long started = System.nanoTime();
        CompletableFuture<?> closed =
                gateway.context()
                        .getBean(OpenSplices.class)
                        .shutdownGracefully()
                        .toCompletableFuture();
        RawCaller.Answer refused = late.send(WebSocketHandshake.request("/ws?echo", "")).read();
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.headers().get("retry-after")).isIn("1", "2", "3");

        await().until(() -> ended.get() > 0);
        assertThat(closed).isNotDone();
        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .isGreaterThan(Duration.ofMillis(200));
        closed.join();
        await().until(() -> ended.get() == 30);
        assertThat(gateway.management("/prometheus").body())
                .contains("gateway_splices_closed_total{reason=\"shutdown\"} 30.0");
    }

    @Test
    void waitsForItsSplicesWhenTheProgramEnds() throws IOException {
        restart(Map.of("STREAMS_DRAIN_GRACE", "500ms", "STREAMS_DRAIN_SPREAD", "0s"));
        RawCaller caller = open("echo");
        CompletableFuture<Void> end = CompletableFuture.runAsync(gateway::close);
        await().until(() -> gateway.context().getBean(OpenSplices.class).isShuttingDown());
        caller.send("still");
        assertThat(read(caller, 5)).isEqualTo("still");
        assertThat(caller.isEnded()).isTrue();
        end.join();
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
