package dev.socialhub.cli.training;

import dev.socialhub.backing.process.DetachedProcess;
import dev.socialhub.backing.process.Launch;
import dev.socialhub.cli.aot.StartupCache;
import dev.socialhub.cli.aot.StartupCache.State;
import dev.socialhub.cli.aot.StartupCaches;
import dev.socialhub.cli.installation.HomeFolder;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.installation.Programs;
import dev.socialhub.cli.platform.Component;
import dev.socialhub.cli.platform.Priority;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Terminal;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The background process that makes start-up caches; there is at most one. */
public final class CacheMaker {
    /** The name of its process and its log. */
    static final String NAME = "aot";

    private static final String TOOL = "socialhubctl";
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Installation installation;
    private final HomeFolder home;

    public CacheMaker(Installation installation) {
        this.installation = installation;
        this.home = installation.home();
    }

    /**
     * Starts it if the cache of one of these is missing or invalid, and returns at once. The
     * platform runs without caches too, so a failure is only reported.
     */
    public void startIfNeeded(List<Component> components, Terminal terminal) {
        try {
            List<String> lacking = isAtWork() ? List.of() : lacking(components);
            if (!lacking.isEmpty()) {
                Programs programs = new Programs(installation.dist(), home.programs());
                programs.provide(TOOL);
                Launch launch = launch(programs.jar(TOOL), lacking);
                DetachedProcess.start(Priority.LOW.of(launch), pidFile());
            }
        } catch (OperatorError | UncheckedIOException failure) {
            terminal.say("start-up caches can't be made: " + failure.getMessage());
        }
    }

    public boolean isAtWork() {
        return DetachedProcess.find(pidFile()).isPresent();
    }

    /** Ends it, and the processes that it has started. */
    public void stop() {
        DetachedProcess.find(pidFile()).ifPresent(maker -> maker.stop(GRACE));
        // A cache maker that was killed leaves its training platform behind.
        new TrainingPlatform(home).clear();
    }

    private Path pidFile() {
        return home.caches().resolve(NAME + ".pid");
    }

    private List<String> lacking(List<Component> components) {
        StartupCaches caches = installation.caches();
        return components.stream()
                .flatMap(component -> caches.of(component.launch()).stream())
                .filter(cache -> cache.state() != State.usable)
                .map(StartupCache::program)
                .distinct()
                .toList();
    }

    private Launch launch(Path jar, List<String> programs) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                installation.java().toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx256m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-jar",
                                jar.toString(),
                                MakeCaches.NAME,
                                "--background"));
        programs.forEach(program -> command.addAll(List.of("--only", program)));
        return new Launch(
                NAME,
                command,
                installation.environmentWith(
                        Map.of(
                                "SOCIALHUB_DIST", installation.dist().toString(),
                                "SOCIALHUB_HOME", home.folder().toString())),
                home.folder(),
                home.output(NAME));
    }
}
