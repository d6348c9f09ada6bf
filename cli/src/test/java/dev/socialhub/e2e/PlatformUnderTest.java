package dev.socialhub.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.socialhub.cli.AllCommands;
import dev.socialhub.cli.CapturedTerminal;
import dev.socialhub.cli.CommandOutcome;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.platform.Port;
import dev.socialhub.cli.platform.RunningPlatform;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.testkit.TestJvm;
import dev.socialhub.testkit.collector.Collector;
import dev.socialhub.testkit.fault.Pause;
import dev.socialhub.testkit.fault.ProcessFaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A platform of its own: started by {@code socialhubctl up} on free ports, with its data in a
 * temporary folder, shared by all tests of this build and stopped at its end.
 */
public final class PlatformUnderTest {

    private static final Duration TIMEOUT = Duration.ofMinutes(4);
    private static final List<String> PORTS = Port.ALL.stream().map(Port::variable).toList();

    private static @Nullable PlatformUnderTest shared;

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> environment = new HashMap<>();
    private final Collector collector = new Collector();
    private final Path root;
    private final Path home;

    private PlatformUnderTest() throws IOException {
        root = Path.of(System.getProperty("socialhub.dist"), "..", "..").normalize();
        home = Files.createTempDirectory("socialhub-e2e-");
        environment.put("SOCIALHUB_HOME", home.toString());
        environment.put("SOCIALHUB_DIST", System.getProperty("socialhub.dist"));
        // The tests use the programs that this very build has packaged.
        environment.put("SOCIALHUB_BUILD", "never");
        // Start-up caches save time only from the second start on, and making them would compete
        // with the tests.
        environment.put("SOCIALHUB_AOT", "off");
        environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", collector.endpoint());
        List<Integer> ports = freePorts(PORTS.size());
        for (int i = 0; i < PORTS.size(); i++) {
            environment.put(PORTS.get(i), ports.get(i).toString());
        }
    }

    /** The running platform; processes that an earlier test killed are running again. */
    public static synchronized PlatformUnderTest shared() {
        if (shared == null) {
            try {
                PlatformUnderTest platform = new PlatformUnderTest();
                Runtime.getRuntime().addShutdownHook(new Thread(platform::takeDown));
                platform.prepareArchives();
                shared = platform;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (!shared.isWell()) {
            shared.up();
        }
        return shared;
    }

    /** The first platform of a build makes the archives, and all others wait for them. */
    private void prepareArchives() throws IOException {
        try (ClassArchives archives =
                ClassArchives.hold(Path.of(System.getProperty("socialhub.dist")))) {
            if (!archives.areThere()) {
                environment.putAll(archives.recording());
                up();
                archives.make(this::process);
            }
            environment.putAll(archives.use());
        }
    }

    /** Runs {@code socialhubctl up --detach} and expects it to succeed. */
    public void up() {
        CommandOutcome outcome = ctl("up", "--detach");
        assertThat(outcome.exitCode()).as("up: %s%n%s", outcome.out(), outcome.err()).isZero();
    }

    /** Runs a command of the tool as in a pipe; within this process, which saves starting a JVM. */
    public CommandOutcome ctl(String... arguments) {
        return ctl(Map.of(), arguments);
    }

    /** The same in a shell that exports more variables. */
    public CommandOutcome ctl(Map<String, String> exported, String... arguments) {
        return ctl(exported, CapturedTerminal.plain(), arguments);
    }

    /** The same with another terminal. */
    public CommandOutcome ctl(
            Map<String, String> exported, CapturedTerminal terminal, String... arguments) {
        Installation installation = Installation.of(variables(exported));
        FutureTask<CommandOutcome> command =
                new FutureTask<>(() -> AllCommands.run(installation, terminal, arguments));
        Thread.ofPlatform().daemon().name("socialhubctl").start(command);
        try {
            return command.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(
                    "%s doesn't end: %s%n%s"
                            .formatted(List.of(arguments), terminal.out(), terminal.err()),
                    e);
        }
    }

    private Map<String, String> variables(Map<String, String> exported) {
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.putAll(environment);
        variables.putAll(exported);
        return variables;
    }

    private List<String> typed(String... arguments) {
        return Stream.concat(
                        Stream.of(root.resolve("socialhubctl").toString()), Stream.of(arguments))
                .toList();
    }

    /** Starts the tool and returns while it is running; its output goes to these files. */
    Process start(Path out, Path err, String... arguments) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(typed(arguments))
                        .directory(home.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Runs a printed command line, as an operator pastes it; the tool is on the path. */
    public CommandOutcome paste(String line) {
        String path = root + ":" + System.getenv("PATH");
        return run(List.of("/bin/sh", "-c", line), Map.of("PATH", path));
    }

    /** Runs any program with the platform's settings, until it ends. */
    CommandOutcome run(List<String> command, Map<String, String> exported) {
        try {
            Path out = Files.createTempFile("socialhubctl", ".out");
            Path err = Files.createTempFile("socialhubctl", ".err");
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(home.toFile())
                            .redirectInput(
                                    ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile());
            builder.environment().putAll(environment);
            builder.environment().putAll(exported);
            Process process = builder.start();
            boolean ended = process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            String output = Files.readString(out);
            String errors = Files.readString(err);
            assertThat(ended).as("%s ends: %s%n%s", command, output, errors).isTrue();
            Files.delete(out);
            Files.delete(err);
            return new CommandOutcome(process.exitValue(), output, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The state of every process from {@code status -o json}, by name. */
    Map<String, JsonNode> processes() {
        CommandOutcome status = ctl("status", "-o", "json");
        try {
            Map<String, JsonNode> processes = new HashMap<>();
            for (JsonNode process : json.readTree(status.out()).get("processes")) {
                processes.put(process.get("name").asText(), process);
            }
            return processes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The live process of this name. */
    ProcessHandle process(String name) {
        return running().process(name).pid().flatMap(ProcessHandle::of).orElseThrow();
    }

    /** Whether `up` would have nothing to do; `up` itself takes a second to find that out. */
    private boolean isWell() {
        try {
            return running().processes().stream()
                    .allMatch(one -> one.pid().isPresent() && one.health().get().isEmpty());
        } catch (OperatorError nothingRuns) {
            return false;
        }
    }

    /** The platform as the tool's commands see it; asking here costs no JVM. */
    private RunningPlatform running() {
        return RunningPlatform.of(Installation.of(environment));
    }

    /** Ends a process as a crash would, {@code kill -9}, and returns when it has ended. */
    public void kill(String name) {
        ProcessFaults.kill(process(name));
    }

    /** Kills every process of the platform, as when the machine goes down. */
    public void killAll() {
        running().processes().stream()
                .flatMap(one -> one.pid().stream())
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .forEach(ProcessFaults::kill);
    }

    /** Suspends a process and its children until the pause is closed. */
    public Pause pause(String name) {
        return ProcessFaults.pause(process(name));
    }

    /** A connection to a service's database, as its administrator. */
    public Connection database(String service) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s_db".formatted(port("POSTGRES_PORT"), service),
                "postgres",
                secret("POSTGRES_PASSWORD"));
    }

    public Client gateway() {
        return new Client("http://127.0.0.1:" + port("GATEWAY_PORT"));
    }

    /** A client of a service itself, past the gateway. */
    Client service(String name) {
        return new Client("http://127.0.0.1:" + port(name.toUpperCase(Locale.ROOT) + "_PORT"));
    }

    /** Receives the spans of all its services. */
    Collector collector() {
        return collector;
    }

    int port(String setting) {
        return Integer.parseInt(environment.get(setting));
    }

    Path root() {
        return root;
    }

    Path home() {
        return home;
    }

    /** A secret as {@code up} has generated it. */
    String secret(String name) {
        try {
            return Files.readAllLines(home.resolve("secrets.env")).stream()
                    .filter(line -> line.startsWith(name + "="))
                    .map(line -> line.substring(name.length() + 1))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When the JVM ends; a command that handles interrupts can't start there any more. */
    private void takeDown() {
        run(typed("down", "--purge", "--execute"), Map.of());
        home.toFile().delete();
    }

    /** Distinct free ports, from this fork's own range. */
    static List<Integer> freePorts(int count) {
        return Stream.generate(TestJvm::freePort).distinct().limit(count).toList();
    }
}
