package dev.socialhub.shared.admission;

import static org.awaitility.Awaitility.await;

import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.HttpCalls;
import dev.socialhub.shared.testing.TryServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A server that works on few requests at a time, and callers that don't wait for each other. */
final class LimitedServer implements AutoCloseable {

    private final EmbeddedServer server;
    private final HttpCalls calls;
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    LimitedServer(int limit, String queueTime) {
        this(
                Map.of(
                        "socialhub.admission.enabled", true,
                        "socialhub.admission.max-limit", limit,
                        "socialhub.admission.long-limit", limit,
                        "socialhub.admission.queue-time", queueTime));
    }

    LimitedServer(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("endpoints.health.sensitive", false);
        server = TryServer.start(all);
        calls = new HttpCalls(server.getURL().toString());
    }

    HeldWork work() {
        return server.getApplicationContext().getBean(HeldWork.class);
    }

    Answer get(String path, String... headers) {
        return calls.get(null, path, headers);
    }

    /** Asks and doesn't wait for the answer. */
    Future<Answer> begin(String path, String... headers) {
        return callers.submit(() -> get(path, headers));
    }

    /** Makes the server work on so many requests. */
    void hold(String path, int count) {
        int before = work().begun();
        for (int i = 0; i < count; i++) {
            var _ = begin(path);
        }
        await().until(() -> work().begun() == before + count);
    }

    Socket connect() throws IOException {
        return new Socket(server.getHost(), server.getPort());
    }

    double shed(String reason) {
        return meters().get("requests.shed").tag("reason", reason).counter().count();
    }

    double gauge(String name) {
        return meters().get(name).tag("kind", "short").gauge().value();
    }

    private MeterRegistry meters() {
        return server.getApplicationContext().getBean(MeterRegistry.class);
    }

    @Override
    public void close() {
        work().end(Short.MAX_VALUE);
        callers.shutdownNow();
        calls.close();
        server.close();
    }
}
