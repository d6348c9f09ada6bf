package dev.socialhub.cli.platform;

import dev.socialhub.backing.process.DetachedProcess;
import dev.socialhub.cli.platform.Component.Kind;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings processes to the state "ready", whatever state they are in: what runs is left alone, what
 * is missing or was killed is started. Servers first, then their databases, then all services at
 * once.
 */
final class StartPlatform {
    private final Home home;
    private final Preflight preflight;
    private final Databases databases;
    private final BringUp bringUp;
    private final Progress progress;

    StartPlatform(
            Home home,
            Preflight preflight,
            Databases databases,
            BringUp bringUp,
            Progress progress) {
        this.home = home;
        this.preflight = preflight;
        this.databases = databases;
        this.bringUp = bringUp;
        this.progress = progress;
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
    void start(List<Component> wanted, int whole) {
        List<Component> missing = wanted.stream().filter(this::isMissing).toList();
        preflight.check(missing, whole);
        together(of(Kind.server, wanted));
        List<Component> services = of(Kind.service, wanted);
        if (services.stream().anyMatch(missing::contains)) {
            progress.running("databases", "making what is missing");
            try {
                databases.ensure();
            } catch (RuntimeException failure) {
                progress.failed("databases", "failed");
                throw failure;
            }
            progress.done("databases", "ready");
        }
        together(services);
    }

    private boolean isMissing(Component component) {
        return DetachedProcess.find(home.pidFile(component.name())).isEmpty();
    }

    private static List<Component> of(Kind kind, List<Component> components) {
        return components.stream().filter(component -> component.kind() == kind).toList();
    }

    private void together(List<Component> components) {
        List<OperatorError> failures =
                Together.map(components, bringUp::attempt).stream()
                        .flatMap(Optional::stream)
                        .toList();
        if (!failures.isEmpty()) {
            throw combined(failures);
        }
    }

    /** One line for the first failure; the others stand above it. */
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
