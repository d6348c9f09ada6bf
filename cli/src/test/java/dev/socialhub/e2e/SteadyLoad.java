package dev.socialhub.e2e;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Clients that read a post and publish one with a key, at a steady pace, until they are stopped.
 */
final class SteadyLoad implements AutoCloseable {

    private static final int CALLERS = 4;

    /**
     * The pause between two rounds of a client: the test is about surviving restarts, not about
     * speed.
     */
    private static final Duration PACE = Duration.ofMillis(200);

    private final Client client;
    private final String path;
    private final AtomicInteger answered = new AtomicInteger();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(CALLERS);

    /**
     * @param path of a post that the client may read
     */
    SteadyLoad(Client client, String path) {
        this.client = client;
        this.path = path;
        for (int i = 0; i < CALLERS; i++) {
            ScheduledFuture<?> _ =
                    threads.scheduleAtFixedRate(
                            this::converse, 0, PACE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** All failures so far. */
    List<String> failures() {
        return failures;
    }

    int answered() {
        return answered.get();
    }

    /** Returns after this time. */
    void goOn(Duration time) {
        Instant end = Instant.now().plus(time);
        Awaitility.await().atMost(time.plusSeconds(5)).until(() -> Instant.now().isAfter(end));
    }

    private void converse() {
        expect(200, "GET", client, null);
        expect(
                201,
                "POST",
                client.with("Idempotency-Key", UUID.randomUUID().toString()),
                Map.of("content", "under load"));
    }

    private void expect(int status, String what, Client as, @Nullable Map<String, ?> body) {
        try {
            Client.Answer answer = body == null ? as.get(path) : publish(as, body);
            if (answer.status() != status) {
                failures.add("%s: %d %s".formatted(what, answer.status(), answer.text()));
            }
        } catch (UncheckedIOException broken) {
            failures.add(what + ": " + broken.getCause());
        }
        answered.incrementAndGet();
    }

    /**
     * A service that was killed may leave its database busy with the request for a moment; the
     * answer to the repeated request is then to retry.
     */
    private static Client.Answer publish(Client as, Map<String, ?> body) {
        Client.Answer answer = as.post("/api/v1/posts", body);
        return answer.status() == 409 && answer.header("Retry-After") != null
                ? as.post("/api/v1/posts", body)
                : answer;
    }

    @Override
    public void close() {
        threads.close();
    }
}
