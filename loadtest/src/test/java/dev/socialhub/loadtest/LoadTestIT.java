package dev.socialhub.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the packaged program against a small platform of its own, as the tool would. */
class LoadTestIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TERMINATED = 143;

    /** Base64 of 32 bytes. */
    private static final String KEY = "YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=";

    @TempDir Path folder;

    private SmallPlatform platform;

    @BeforeEach
    void startPlatform() throws IOException {
        platform = new SmallPlatform();
    }

    @AfterEach
    void stopPlatform() {
        platform.close();
    }

    @Test
    void offersAllOperationsOfThePlanAndDeletesItsUsers() throws Exception {
        assertThat(run("follow", 5, 1, 2, 5)).isZero();

        JsonNode outcome = outcome();
        JsonNode follow = outcome.at("/operations/0");
        assertThat(follow.path("operation").asText()).isEqualTo("follow");
        for (String count : List.of("offered", "started", "succeeded")) {
            assertThat(follow.path(count).asInt()).as(count).isEqualTo(10);
        }
        assertThat(follow.path("failed").asInt()).isZero();
        assertThat(follow.at("/millis/p99").asDouble()).isPositive();
        assertThat(outcome.at("/generator/cpu_seconds").asDouble()).isNotNegative();
        assertThat(platform.follows).as("every pair once, warm-up included").hasSize(15);
        assertThat(platform.signUps).hasValue(5);
        assertThat(platform.accounts).isEmpty();
        assertThat(events("phase").stream().map(line -> line.path("phase").asText()))
                .containsExactly("warm-up", "measuring", "ending");
        assertThat(events("preparing").getLast().path("done").asInt()).isEqualTo(5);
    }

    @Test
    void usersTakeTurnsAtHighRates() throws Exception {
        assertThat(run("follow", 1_100, 0, 1, 34)).isZero();

        assertThat(outcome().at("/operations/0/succeeded").asInt()).isEqualTo(1_100);
        assertThat(platform.follows).hasSize(1_100);
    }

    @Test
    void distinguishesFailuresFromPostponements() throws Exception {
        platform.isBusy = true;
        platform.losesPosts = true;
        assertThat(run("journey", 3, 0, 1, 1)).isZero();

        JsonNode outcome = outcome();
        assertThat(outcome.path("postponed").asInt()).isEqualTo(3);
        assertThat(operation(outcome, "sign-up").path("succeeded").asInt()).isEqualTo(3);
        JsonNode read = operation(outcome, "read-post");
        assertThat(read.path("failed").asInt()).isEqualTo(3);
        assertThat(read.at("/failures/0/reason").asText()).isEqualTo("500");
        assertThat(read.path("millis").isNull()).isTrue();
        assertThat(platform.accounts).isEmpty();
    }

    @Test
    void countsRequestsToAClosedPortAsFailed() throws Exception {
        String closed = "http://127.0.0.1:" + closedPort();
        assertThat(run(plan("verify-user", 4, 0, 1, 1, platform.address(), closed))).isZero();

        JsonNode verify = outcome().at("/operations/0");
        assertThat(verify.path("failed").asInt()).isEqualTo(4);
        assertThat(verify.at("/failures/0/reason").asText()).isEqualTo("no connection");
        assertThat(Files.readString(errors())).contains("1 users of this run stay");
    }

    @Test
    void reportsWhyItCannotRun() throws Exception {
        String closed = "http://127.0.0.1:" + closedPort();
        assertThat(run(plan("follow", 1, 0, 1, 3, closed, closed))).isEqualTo(1);
        assertThat(Files.readString(errors()))
                .startsWith("The run can't take place: no user can be signed up at " + closed)
                .hasLineCount(1);
        assertThat(folder.resolve("outcome.json")).doesNotExist();
    }

    @Test
    void refusesAPlanWithTooFewUsers() throws Exception {
        assertThat(run("follow", 5, 1, 2, 2)).isEqualTo(2);
        assertThat(Files.readString(errors()))
                .isEqualToIgnoringNewLines(
                        "The plan is invalid: follow at this rate and for this time needs 5 users,"
                                + " but it creates 2");
    }

    @Test
    void deletesItsUsersWhenItIsStopped() throws Exception {
        assertThat(ended(process -> process.toHandle().destroy())).isEqualTo(TERMINATED);
    }

    @Test
    void deletesItsUsersWhenTheParentProcessEnds() throws Exception {
        assertThat(ended(LoadTestIT::closeInput)).isEqualTo(TERMINATED);
    }

    /** The exit code of a run that is brought to its end while it is under way. */
    private int ended(Consumer<Process> end) throws Exception {
        Process process = start(plan("follow", 1, 0, 60, 9, platform.address(), null));
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> process.isAlive() && !events("progress").isEmpty());
            end.accept(process);
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(platform.signUps).hasValue(9);
        assertThat(platform.accounts).isEmpty();
        assertThat(folder.resolve("outcome.json")).doesNotExist();
        return process.exitValue();
    }

    /** What the kernel does for a parent that is killed. */
    private static void closeInput(Process process) {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int run(String profile, double rate, int warmUp, int seconds, int users)
            throws IOException, InterruptedException {
        return run(plan(profile, rate, warmUp, seconds, users, platform.address(), null));
    }

    private int run(Path plan) throws IOException, InterruptedException {
        Process process = start(plan);
        try {
            assertThat(process.waitFor(90, TimeUnit.SECONDS)).as("it ends by itself").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return process.exitValue();
    }

    private Path plan(
            String profile,
            double rate,
            int warmUp,
            int seconds,
            int users,
            String gateway,
            @Nullable String auth)
            throws IOException {
        Path plan = folder.resolve("plan.json");
        JSON.writeValue(
                plan.toFile(),
                Map.ofEntries(
                        Map.entry("version", 1),
                        Map.entry("run", "it"),
                        Map.entry("profile", profile),
                        Map.entry("gateway", gateway),
                        Map.entry(
                                "services",
                                auth == null ? Map.of() : Map.of("auth", List.of(auth))),
                        Map.entry("rate", rate),
                        Map.entry("warm_up_seconds", warmUp),
                        Map.entry("seconds", seconds),
                        Map.entry("people", users),
                        Map.entry("folder", folder.resolve("generator").toString())));
        return plan;
    }

    private Process start(Path plan) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path program = Path.of(System.getProperty("socialhub.dist"), "loadtest.jar");
        ProcessBuilder builder =
                new ProcessBuilder(
                                java.toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Dloadtest.tethered=true",
                                "-jar",
                                program.toString(),
                                plan.toString(),
                                folder.resolve("outcome.json").toString())
                        .redirectOutput(progressOutput().toFile())
                        .redirectError(errors().toFile());
        builder.environment().put("SERVICE_TOKEN_KEY", KEY);
        return builder.start();
    }

    private JsonNode outcome() throws IOException {
        return JSON.readTree(folder.resolve("outcome.json").toFile());
    }

    private static JsonNode operation(JsonNode outcome, String name) {
        for (JsonNode operation : outcome.path("operations")) {
            if (operation.path("operation").asText().equals(name)) {
                return operation;
            }
        }
        throw new AssertionError("no operation " + name);
    }

    /** Every line of the output must be a document: a line in another format fails here. */
    private List<JsonNode> events(String event) throws IOException {
        return Files.readAllLines(progressOutput()).stream()
                .map(LoadTestIT::parsed)
                .filter(line -> line.path("event").asText().equals(event))
                .toList();
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError("not a document: " + line, e);
        }
    }

    private Path progressOutput() {
        return folder.resolve("progress.txt");
    }

    private Path errors() {
        return folder.resolve("errors.txt");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
