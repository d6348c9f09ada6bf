package dev.socialhub.cli.lifecycle;

import dev.socialhub.cli.installation.HomeFolder;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.platform.Component;
import dev.socialhub.cli.platform.Components;
import dev.socialhub.cli.platform.Platform;
import dev.socialhub.cli.platform.ProcessNames;
import dev.socialhub.cli.platform.ResolvePlatform;
import dev.socialhub.cli.process.GatewayUpstreams;
import dev.socialhub.cli.process.PlatformLock;
import dev.socialhub.cli.process.ProcessLauncher;
import dev.socialhub.cli.process.RestartProcesses;
import dev.socialhub.cli.process.StartPlatform;
import dev.socialhub.cli.process.StopPlatform;
import dev.socialhub.cli.status.InspectPlatform;
import dev.socialhub.cli.status.StatusReport;
import dev.socialhub.cli.terminal.Documents;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.OutputFormat;
import dev.socialhub.cli.terminal.ProgressDisplay;
import dev.socialhub.cli.terminal.Terminal;
import dev.socialhub.cli.training.CacheMaker;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code socialhubctl restart}. */
@Command(
        name = "restart",
        description = {
            "Stop processes of the running platform and start them again, and wait until they are"
                    + " ready.",
            "",
            "A service's name means all its instances, which are restarted one after another, so"
                    + " that the service stays available; posts-1 or posts-2 means one of them."
                    + " Each is taken out of the gateway's rotation first.",
            "",
            "Ports and secrets stay as they are, whatever the environment says. A process that"
                    + " isn't running is started; with a service the servers and auth are started"
                    + " too. Exits with 69 if no process runs."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl restart posts",
            "  socialhubctl restart posts-2",
            "  socialhubctl restart kafka notifications",
            "  socialhubctl restart gateway --timeout 30 -o json"
        })
public final class Restart implements Callable<Integer> {
    private final Installation installation;
    private final Terminal terminal;

    @Parameters(
            paramLabel = "SVC",
            arity = "1..*",
            completionCandidates = ProcessNames.class,
            description = "Services or servers.")
    List<String> names = List.of();

    @Mixin StartOptions options = new StartOptions();

    public Restart(Installation installation, Terminal terminal) {
        this.installation = installation;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Duration timeout = options.timeout();
        HomeFolder home = installation.home();
        ResolvePlatform resolve = new ResolvePlatform(installation);
        if (!home.isClaimed()) {
            resolve.existing().components().select(names);
            throw nothingRuns();
        }
        List<Component> restarted;
        try (PlatformLock _ = PlatformLock.take(home.lock())) {
            Platform platform = resolve.existing();
            platform.components().select(names);
            if (!home.hasRunningProcess()) {
                throw nothingRuns();
            }
            platform.requireSecrets();
            restarted = restart(platform, timeout);
            new CacheMaker(installation).startIfNeeded(restarted, terminal);
        }
        report(InspectPlatform.of(home).inspect(restarted));
        return ExitCode.DONE;
    }

    private List<Component> restart(Platform platform, Duration timeout) {
        HomeFolder home = platform.home();
        Components components = platform.components();
        try (ProgressDisplay progress = ProgressDisplay.on(terminal)) {
            StartPlatform start =
                    StartPlatform.of(platform, new ProcessLauncher(), timeout, progress);
            return new RestartProcesses(
                            components,
                            new StopPlatform(home, components, progress),
                            new GatewayUpstreams(home, components, progress),
                            wanted -> start.start(wanted, components.programCount()))
                    .restart(Set.copyOf(names));
        }
    }

    private void report(StatusReport report) {
        terminal.out()
                .print(
                        options.output == OutputFormat.table
                                ? report.table(terminal)
                                : Documents.write(options.output, report));
        terminal.out().flush();
    }

    private static OperatorError nothingRuns() {
        return new OperatorError(
                ExitCode.PLATFORM_UNAVAILABLE,
                "nothing is running",
                "`socialhubctl up` starts the platform");
    }
}
