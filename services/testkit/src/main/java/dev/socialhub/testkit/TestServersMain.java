package dev.socialhub.testkit;

import dev.socialhub.backing.BackingFailure;
import dev.socialhub.backing.BackingPorts;
import dev.socialhub.backing.BackingServer;
import dev.socialhub.backing.BackingServers;
import dev.socialhub.backing.binaries.Folders;
import dev.socialhub.backing.process.DetachedProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Starts one set of servers, and ends them when no build uses them any more: {@code TestServersMain
 * <test-servers folder> <dist folder>}.
 */
final class TestServersMain {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final TestFolders folders;

    private TestServersMain(TestFolders folders) {
        this.folders = folders;
    }

    static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 2) {
            System.err.println("usage: TestServersMain <test-servers folder> <dist folder>");
            System.exit(2);
        }
        var folders = new TestFolders(Path.of(arguments[0]), Path.of(arguments[1]));
        try {
            new TestServersMain(folders).run();
        } catch (BackingFailure e) {
            System.err.println(e.getMessage() + ": " + e.fix());
            System.exit(1);
        }
    }

    private void run() throws IOException, InterruptedException {
        var state = new TestState(freePorts(), UUID.randomUUID().toString());
        var servers = BackingServers.all(folders.layout(), state.ports(), state.password());
        clear(servers);
        try {
            for (var server : servers) {
                server.prepare();
                DetachedProcess.start(server.launch(), folders.serverPid(server.name()));
            }
            awaitAnswers(servers);
            state.write(folders.state());
            awaitLastBuild();
        } finally {
            clear(servers);
        }
    }

    /** Deletes the state and returns, once no build is left and none can join in between. */
    private void awaitLastBuild() throws IOException, InterruptedException {
        var builds = new SharedBuilds(folders.builds());
        while (true) {
            TimeUnit.SECONDS.sleep(1);
            if (builds.any()) {
                continue;
            }
            try (var file = folders.lockFile();
                    var lock = file.tryLock()) {
                if (lock != null && !builds.any()) {
                    Files.deleteIfExists(folders.state());
                    Files.deleteIfExists(folders.supervisorPid());
                    return;
                }
            }
        }
    }

    /** Ends what runs, of this or of a killed supervisor, and deletes its data. */
    private void clear(List<BackingServer> servers) throws IOException {
        for (var server : servers) {
            var pidFile = folders.serverPid(server.name());
            DetachedProcess.find(pidFile).ifPresent(DetachedProcess::kill);
            Files.deleteIfExists(pidFile);
        }
        deleteWithRetries(folders.layout().data());
    }

    /** The children of a killed PostgreSQL still write for a moment. */
    private static void deleteWithRetries(Path data) throws IOException {
        for (var attempt = 1; ; attempt++) {
            try {
                Folders.delete(data);
                return;
            } catch (IOException e) {
                if (attempt == 50) {
                    throw e;
                }
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void awaitAnswers(List<BackingServer> servers) throws InterruptedException {
        var deadline = System.nanoTime() + START_LIMIT.toNanos();
        var silent = new ArrayList<>(servers);
        while (!silent.isEmpty()) {
            silent.removeIf(BackingServer::answers);
            for (var server : silent) {
                var log = folders.layout().log(server.name());
                if (DetachedProcess.find(folders.serverPid(server.name())).isEmpty()) {
                    throw new BackingFailure(
                            server.name() + " ended while it started", "see " + log);
                }
                if (System.nanoTime() > deadline) {
                    throw new BackingFailure(server.name() + " does not answer", "see " + log);
                }
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static BackingPorts freePorts() {
        var ports = new HashSet<Integer>();
        while (ports.size() < 5) {
            ports.add(TestJvm.freePort());
        }
        var port = ports.iterator();
        return new BackingPorts(port.next(), port.next(), port.next(), port.next(), port.next());
    }
}
