package dev.socialhub.loadtest.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.socialhub.loadtest.format.Outcome;
import dev.socialhub.loadtest.format.Outcome.Finding;
import dev.socialhub.loadtest.measure.Measurement;
import dev.socialhub.loadtest.overload.Overload.RequestSource;
import dev.socialhub.loadtest.plan.Plan;
import dev.socialhub.loadtest.run.PhaseSchedule;
import dev.socialhub.loadtest.run.ProgressReporter;
import dev.socialhub.loadtest.run.RunRefused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A whole run against a platform of limited capacity, whose response time is a fixed wait. */
class OverloadIT {
    private static final OverloadPhases SHORT = new OverloadPhases(32, List.of(2, 4), 1, 0, 1, 1);
    private static final String OPERATION = "verify-user";
    private static final int CONCURRENT = 4;
    private static final int MILLIS = 20;

    private final Semaphore places = new Semaphore(CONCURRENT);
    private final AtomicBoolean isWorking = new AtomicBoolean(true);
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private volatile String problem = "urn:socialhub:problem:overloaded";
    private final HttpServer server;

    OverloadIT() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    }

    @BeforeEach
    void start() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void offersTwiceTheBestRateAndDistinguishesRefusalsFromFailures() throws Exception {
        Outcome outcome = run(Long.MAX_VALUE);
        Outcome.Operation operation = outcome.operations().getFirst();
        assertThat(operation.offered())
                .as("twice of 4 places for 20 ms, less what the machine took")
                .isPositive()
                .isLessThanOrEqualTo(2 * CONCURRENT * 1_000 / MILLIS * 2L);
        assertThat(operation.started()).isEqualTo(operation.offered());
        assertThat(operation.succeeded()).isPositive();
        assertThat(outcome.refused()).isPositive();
        assertThat(operation.succeeded() + outcome.refused()).isEqualTo(operation.offered());
        assertThat(outcome.findings())
                .extracting(Finding::name)
                .containsExactly(
                        "goodput_loss",
                        "admitted_p99",
                        "refused_p99",
                        "failures",
                        "recovery_seconds");
        assertThat(finding(outcome, "failures")).isZero();
        assertThat(finding(outcome, "goodput_loss")).isLessThan(0.5);
        assertThat(output.toString(StandardCharsets.UTF_8))
                .contains("\"done\":2,\"of\":2,\"what\":\"steps towards the best rate, ")
                .containsSubsequence("warm-up", "measuring", "ending");
    }

    @Test
    void refusalsOfAnotherProblemTypeAreFailures() throws Exception {
        problem = "urn:socialhub:problem:unavailable";
        Outcome outcome = run(Long.MAX_VALUE);
        Outcome.Operation operation = outcome.operations().getFirst();
        assertThat(outcome.refused()).isZero();
        assertThat(operation.failures())
                .extracting(Outcome.Failure::reason)
                .containsExactly("503 of another problem type");
        assertThat(finding(outcome, "failures")).isEqualTo((double) operation.failed());
    }

    @Test
    void reportsWhyItCannotRun() {
        assertThatExceptionOfType(RunRefused.class)
                .isThrownBy(() -> run(10))
                .withMessageContaining("needs more users than 3");
        isWorking.set(false);
        assertThatExceptionOfType(RunRefused.class)
                .isThrownBy(() -> run(Long.MAX_VALUE))
                .withMessageContaining("never succeeded before the overload");
    }

    private Outcome run(long left) throws InterruptedException {
        URI target = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        Plan plan =
                new Plan(
                        "it",
                        "overload",
                        target,
                        Map.of(),
                        Map.of(),
                        50,
                        1,
                        2,
                        3,
                        Path.of("folder"),
                        false);
        Measurement measurement = new Measurement(plan, Map.of(OPERATION, 1.0));
        ProgressReporter reporter =
                new ProgressReporter(new PrintStream(output, true, StandardCharsets.UTF_8));
        try (PhaseSchedule schedule =
                new PhaseSchedule(
                        plan.warmUpSeconds() + SHORT.secondsBefore(),
                        reporter,
                        measurement::counts,
                        () -> {})) {
            Overload overload =
                    new Overload(
                            plan,
                            SHORT,
                            OPERATION,
                            requests(target, left),
                            measurement,
                            schedule,
                            reporter);
            overload.run();
            return measurement.outcome(schedule.frame(), overload.findings());
        }
    }

    private static RequestSource requests(URI target, long left) {
        RequestToSend request = RequestToSend.of(target, "GET", "/x", "Bearer y", null, null, 200);
        return new RequestSource() {
            @Override
            public RequestToSend get() {
                return request;
            }

            @Override
            public long remaining() {
                return left;
            }
        };
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (!isWorking.get() || !places.tryAcquire()) {
            exchange.getResponseHeaders().set("Retry-After", "1");
            send(exchange, 503, "{\"type\": \"" + problem + "\"}");
            return;
        }
        try {
            Thread.sleep(MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            places.release();
        }
        send(exchange, 200, "{}");
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static double finding(Outcome outcome, String name) {
        return outcome.findings().stream()
                .filter(finding -> finding.name().equals(name))
                .findFirst()
                .orElseThrow()
                .measured();
    }
}
