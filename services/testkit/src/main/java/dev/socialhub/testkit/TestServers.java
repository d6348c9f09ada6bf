package dev.socialhub.testkit;

import dev.socialhub.backing.BackingFailure;
import dev.socialhub.backing.BackingServer;
import dev.socialhub.backing.BackingServers;
import dev.socialhub.backing.PostgresProvisioning;
import dev.socialhub.backing.PostgresProvisioning.Database;
import dev.socialhub.backing.process.DetachedProcess;
import dev.socialhub.backing.process.Launch;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * One set of servers for all tests of a build, or of one of its forks. They are forked, on free
 * ports, started by the first test that needs them, and end with the build's process. All tests
 * share them, so each names its own database, keys and topics.
 */
public final class TestServers {
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(15);

    private final TestState state;
    private final Set<String> databases = ConcurrentHashMap.newKeySet();

    private TestServers(TestState state) {
        this.state = state;
    }

    private static final class Shared {
        private static final TestServers SERVERS = new TestServers(join(TestFolders.find()));
    }

    /**
     * Joins the running servers, or starts them.
     *
     * @throws BackingFailure if they can't be started
     */
    public static TestServers shared() {
        return Shared.SERVERS;
    }

    /** The URL of the database, which is made if missing; its owner is a role of the same name. */
    public String jdbcUrl(String database) {
        if (!databases.contains(database)) {
            PostgresProvisioning.ensure(
                    state.ports().postgres(),
                    state.password(),
                    List.of(new Database(database, databaseUser(database), databasePassword())));
            databases.add(database);
        }
        return "jdbc:postgresql://127.0.0.1:" + state.ports().postgres() + "/" + database;
    }

    public String databaseUser(String database) {
        return database;
    }

    public String databasePassword() {
        return state.password();
    }

    public String redisUrl() {
        return "redis://127.0.0.1:" + state.ports().redis();
    }

    public String kafkaBrokers() {
        return "127.0.0.1:" + state.ports().kafka();
    }

    /**
     * Of the embedded server, which isn't MongoDB itself; or, where the variable {@code
     * MONGODB_URI} names a real one, of that. Databases of tests are left behind there.
     */
    public String mongodbUrl(String database) {
        var real = System.getenv("MONGODB_URI");
        return real == null || real.isBlank()
                ? "mongodb://127.0.0.1:" + state.ports().mongodb() + "/" + database
                : MongodbUri.withDatabase(real.strip(), database);
    }

    private static TestState join(TestFolders folders) {
        try (var file = folders.lockFile();
                var held = file.lock()) {
            new SharedBuilds(folders.builds()).registerCurrent();
            var supervisor = DetachedProcess.find(folders.supervisorPid());
            if (supervisor.isPresent() && Files.exists(folders.state())) {
                var state = TestState.read(folders.state());
                if (answer(folders, state)) {
                    return state;
                }
            }
            supervisor.ifPresent(DetachedProcess::kill);
            Files.deleteIfExists(folders.state());
            return start(folders);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackingFailure("interrupted while the test servers started", "run again", e);
        }
    }

    private static TestState start(TestFolders folders) throws IOException, InterruptedException {
        var jar = folders.dist().resolve("backing-servers.jar");
        if (!Files.isRegularFile(jar)) {
            throw new BackingFailure(jar + " is missing", "run mvn package first");
        }
        var command =
                List.of(
                        TestFolders.java().toString(),
                        // Unpacking PostgreSQL needs more than 64 MB.
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dsocialhub.fork=" + TestJvm.number(),
                        "-cp",
                        jar + File.pathSeparator + ownFolder(),
                        TestServersMain.class.getName(),
                        folders.root().toString(),
                        folders.dist().toString());
        Files.deleteIfExists(folders.supervisorLog());
        var launch =
                new Launch(
                        "test-servers", command, Map.of(), folders.root(), folders.supervisorLog());
        var supervisor = DetachedProcess.start(launch, folders.supervisorPid());
        var deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!Files.exists(folders.state())) {
            if (!supervisor.isAlive() || System.nanoTime() > deadline) {
                supervisor.kill();
                throw new BackingFailure(
                        "the test servers did not start: "
                                + Files.readString(folders.supervisorLog()).strip(),
                        "see " + folders.layout().logs());
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return TestState.read(folders.state());
    }

    /** The classes of the test kit, which {@code backing-servers.jar} doesn't contain. */
    private static Path ownFolder() {
        try {
            return Path.of(
                    TestServersMain.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI());
        } catch (URISyntaxException noPath) {
            throw new IllegalStateException(noPath);
        }
    }

    /** A server may have been killed meanwhile; then the whole set is recreated. */
    private static boolean answer(TestFolders folders, TestState state)
            throws InterruptedException {
        var servers = BackingServers.all(folders.layout(), state.ports(), state.password());
        var deadline = System.nanoTime() + ANSWER_LIMIT.toNanos();
        while (!servers.stream().allMatch(BackingServer::answers)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return true;
    }
}
