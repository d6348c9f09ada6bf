package dev.socialhub.e2e.browser;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Chromium without a window, with its own profile that is deleted with it. */
public final class Chromium implements AutoCloseable {

    private static final List<String> QUIET =
            List.of(
                    "--headless",
                    // Root has no sandbox, and the pages are our own.
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--disable-dev-shm-usage",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-breakpad",
                    "--remote-debugging-port=0");

    private final Path profile;
    private final Path said;
    private final Process process;
    private final DevTools tools;

    /**
     * Starts it.
     *
     * @param program its path
     */
    public Chromium(Path program) {
        try {
            profile = Files.createTempDirectory("chromium-");
            said = Files.createTempFile("chromium-", ".txt");
            process =
                    new ProcessBuilder(
                                    Stream.concat(
                                                    Stream.of(program.toString()),
                                                    Stream.concat(
                                                            QUIET.stream(),
                                                            Stream.of(
                                                                    "--user-data-dir=" + profile,
                                                                    "about:blank")))
                                            .toList())
                            .redirectErrorStream(true)
                            .redirectOutput(said.toFile())
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            tools = new DevTools(door());
        } catch (RuntimeException failed) {
            kill();
            throw failed;
        }
    }

    /** The address for its control connection, which it writes to a file as soon as it is ready. */
    private URI door() {
        Path file = profile.resolve("DevToolsActivePort");
        await().atMost(Duration.ofSeconds(60))
                .failFast(this::mustLive)
                .until(() -> Files.exists(file) && Files.readAllLines(file).size() == 2);
        try {
            List<String> lines = Files.readAllLines(file);
            return URI.create("ws://127.0.0.1:" + lines.getFirst() + lines.getLast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void mustLive() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("Chromium ended: " + Files.readString(said));
        }
    }

    /** A new tab, which shares no state with the others. */
    public Tab tab() {
        String context =
                tools.call(null, "Target.createBrowserContext", Map.of())
                        .get("browserContextId")
                        .asText();
        String target =
                tools.call(
                                null,
                                "Target.createTarget",
                                Map.of("url", "about:blank", "browserContextId", context))
                        .get("targetId")
                        .asText();
        String session =
                tools.call(
                                null,
                                "Target.attachToTarget",
                                Map.of("targetId", target, "flatten", true))
                        .get("sessionId")
                        .asText();
        return new Tab(tools, session);
    }

    @Override
    public void close() throws IOException {
        tools.close();
        kill();
        Files.delete(said);
        // Processes that have detached themselves may still write.
        await().ignoreExceptions()
                .until(() -> {
                    delete(profile);
                    return true;
                });
    }

    private void kill() {
        List<ProcessHandle> all =
                Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
