package dev.socialhub.e2e.survival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.e2e.Client.Person;
import dev.socialhub.e2e.PlatformUnderTest;
import dev.socialhub.testkit.history.OperationHistory;
import dev.socialhub.testkit.history.Operations;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * 300 clients in 30 rooms send messages while an instance of chat, Redis and MongoDB are killed.
 * Afterwards every client has exactly the acknowledged messages of its room, in order, none twice.
 */
@Tag("campaign")
class RoomsSurviveIT {

    private static final int ROOMS = 30;
    private static final int MEMBERS = 10;
    private static final int USERS = 20;
    private static final Duration QUIET = Duration.ofSeconds(10);

    private final PlatformUnderTest platform = PlatformUnderTest.shared();
    private final URI gateway = URI.create(platform.gateway().base());
    private final OperationHistory history = new OperationHistory();
    private volatile boolean over;

    @AfterEach
    void backToOne() {
        scale(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void everyMemberHasTheAcknowledgedMessagesOnceAndInOrder(int instances) throws IOException {
        scale(instances);
        List<RoomClient> clients = clients(instances);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> senders =
                    IntStream.range(0, clients.size())
                            .mapToObj(i ->
                                    CompletableFuture.runAsync(
                                            () -> converse(clients.get(i), new Random(i)), threads))
                            .toList();
            breakThings(instances);
            over = true;
            senders.forEach(CompletableFuture::join);
        } finally {
            over = true;
            history.write(Path.of("target", "survival", "rooms-" + instances + ".jsonl"));
        }
        Operations operations = history.operations();
        assertThat(operations.of(RoomClient.SEND).unknown()).isEmpty();
        assertThat(operations.of(RoomClient.SEND).ok()).hasSizeGreaterThan(clients.size());
        List<String> violations = new ArrayList<>();
        for (RoomClient client : clients) {
            violations.addAll(client.violations());
            List<String> messages = client.caughtUp(platform.gateway());
            assertThat(messages)
                    .containsExactlyInAnyOrderElementsOf(
                            RoomClient.acknowledged(operations, client.room()));
            assertThat(new HashSet<>(messages)).hasSameSizeAs(messages);
            client.disconnect();
        }
        assertThat(violations).isEmpty();
    }

    private void breakThings(int instances) {
        Moments.pass(QUIET);
        platform.kill("chat-" + instances);
        Moments.pass(QUIET);
        platform.up();
        Moments.pass(QUIET);
        platform.kill("redis");
        Moments.pass(QUIET);
        platform.up();
        Moments.pass(QUIET);
        platform.kill("mongodb");
        platform.up();
        Moments.pass(QUIET);
    }

    private void converse(RoomClient client, Random random) {
        while (!over) {
            client.send();
            Moments.pass(Duration.ofMillis(random.nextInt(500, 2_500)));
        }
    }

    private List<RoomClient> clients(int instances) {
        List<Person> users =
                IntStream.range(0, USERS).mapToObj(_ -> platform.gateway().signUp()).toList();
        HttpClient http = HttpClient.newHttpClient();
        return IntStream.range(0, ROOMS * MEMBERS)
                .mapToObj(i ->
                        new RoomClient(
                                "client-" + i,
                                "survival-%d-%s-%d"
                                        .formatted(
                                                instances, users.getFirst().username(), i % ROOMS),
                                users.get(i % USERS),
                                gateway,
                                http,
                                history))
                .toList();
    }

    private void scale(int instances) {
        assertThat(platform.ctl("up", "-d", "--instances", "chat=" + instances).exitCode())
                .isZero();
    }
}
