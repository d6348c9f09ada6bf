package dev.socialhub.cli.process;

import dev.socialhub.cli.concurrency.Parallel;
import dev.socialhub.cli.installation.HomeFolder;
import dev.socialhub.cli.platform.Component;
import dev.socialhub.cli.platform.Component.Kind;
import dev.socialhub.cli.platform.Platform;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.ProgressDisplay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Brings processes to the state "ready", whatever state they are in: running ones are left alone,
 * missing or killed ones are started. As many as possible at the same time: services wait only for
 * their databases, since they migrate them first.
 *
 * <p>A service is ready when {@code /health/readiness} answers 200, a server when it answers its
 * own protocol, each within the limit; {@link StartProcess} waits for it.
 */
public final class StartPlatform {
    private final HomeFolder home;
    private final Preflight preflight;
    private final Databases databases;
    private final StartProcess startProcess;
    private final ProgressDisplay progress;

    StartPlatform(
            HomeFolder home,
            Preflight preflight,
            Databases databases,
            StartProcess startProcess,
            ProgressDisplay progress) {
        this.home = home;
        this.preflight = preflight;
        this.databases = databases;
        this.startProcess = startProcess;
        this.progress = progress;
    }

    /**
     * Starts processes of this platform.
     *
     * @param limit how long each may take to be ready
     */
    public static StartPlatform of(
            Platform platform, ProcessLauncher launcher, Duration limit, ProgressDisplay progress) {
        HomeFolder home = platform.home();
        return new StartPlatform(
                home,
                Preflight.ofThisMachine(),
                platform::makeDatabases,
                new StartProcess(
                        home, launcher, limit, platform.installation().caches()::use, progress),
                progress);
    }

    /** Makes roles and databases in the PostgreSQL server that runs. */
    interface Databases {
        void ensure();
    }

    /**
     * @param wanted those to bring up
     * @param whole how many processes the whole platform has
     * @throws OperatorError if any can't be brought up; the others stay up
     */
    public void start(List<Component> wanted, int whole) {
        List<Component> missing = wanted.stream().filter(this::isMissing).toList();
        preflight.check(missing, whole);
        List<Component> services = of(Kind.service, wanted);
        boolean launching = services.stream().anyMatch(missing::contains);
        List<Component> servers = of(Kind.server, wanted);
        List<Component> first = servers.stream().filter(Component::mustAnswerFirst).toList();
        List<Component> others = servers.stream().filter(one -> !first.contains(one)).toList();
        List<OperatorError> failures =
                Parallel.<Supplier<List<OperatorError>>, List<OperatorError>>map(
                                List.of(
                                        () -> attempt(first, launching, services),
                                        () -> attempt(others)),
                                Supplier::get)
                        .stream()
                        .flatMap(List::stream)
                        .toList();
        if (!failures.isEmpty()) {
            throw combined(failures);
        }
    }

    private List<OperatorError> attempt(
            List<Component> first, boolean launching, List<Component> services) {
        List<OperatorError> failures = attempt(first);
        if (!failures.isEmpty()) {
            return failures;
        }
        if (launching) {
            makeDatabases();
        }
        return attempt(services);
    }

    private void makeDatabases() {
        progress.running("databases", "creating missing ones");
        try {
            databases.ensure();
        } catch (RuntimeException failure) {
            progress.failed("databases", "failed");
            throw failure;
        }
        progress.done("databases", "ready");
    }

    private boolean isMissing(Component component) {
        return home.process(component.name()).isEmpty();
    }

    private static List<Component> of(Kind kind, List<Component> components) {
        return components.stream().filter(component -> component.kind() == kind).toList();
    }

    private List<OperatorError> attempt(List<Component> components) {
        return Parallel.map(components, startProcess::attempt).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** One line for the first failure; the others are printed above it. */
    private static OperatorError combined(List<OperatorError> failures) {
        OperatorError first = failures.getFirst();
        List<String> details = new ArrayList<>();
        failures.stream()
                .skip(1)
                .forEach(other -> {
                    details.addAll(other.details());
                    details.add("also: " + other.line());
                });
        details.addAll(first.details());
        return new OperatorError(
                first.exitCode(), String.valueOf(first.getMessage()), first.fix(), details, first);
    }
}
