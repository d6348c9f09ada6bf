package dev.socialhub.cli.lifecycle;

import dev.socialhub.cli.installation.FileTree;
import dev.socialhub.cli.installation.HomeFolder;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.platform.Platform;
import dev.socialhub.cli.platform.ResolvePlatform;
import dev.socialhub.cli.process.PlatformLock;
import dev.socialhub.cli.process.StopPlatform;
import dev.socialhub.cli.terminal.Amounts;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.ProgressDisplay;
import dev.socialhub.cli.terminal.Terminal;
import dev.socialhub.cli.training.CacheMaker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code socialhubctl down}. */
@Command(
        name = "down",
        description = {
            "Stop all services, then the servers. Data is kept.",
            "",
            "--purge deletes everything the platform has stored, and does so only together with"
                    + " --execute."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl down",
            "  socialhubctl down --purge            # shows what would be deleted",
            "  socialhubctl down --purge --execute"
        })
public final class Down implements Callable<Integer> {
    private final Installation installation;
    private final Terminal terminal;

    @Option(names = "--purge", description = "Delete all data, logs and secrets as well.")
    boolean purge;

    @Option(
            names = "--execute",
            description = "Really delete; without it --purge only shows what would be deleted.")
    boolean execute;

    public Down(Installation installation, Terminal terminal) {
        this.installation = installation;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (execute && !purge) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE,
                    "--execute has no effect without --purge",
                    "omit it to stop the platform and keep its data");
        }
        HomeFolder home = installation.home();
        ResolvePlatform resolve = new ResolvePlatform(installation);
        List<Path> purgeable = purge ? home.purgeable() : List.of();
        if (purge && !execute && !purgeable.isEmpty()) {
            refuseWithoutExecute(purgeable);
        }
        if (!home.isClaimed()) {
            terminal.say("Nothing is running.");
        } else {
            try (PlatformLock _ = PlatformLock.take(home.lock())) {
                stop(resolve);
                purgeable.forEach(FileTree::delete);
            }
        }
        if (purge) {
            terminal.say(
                    purgeable.isEmpty()
                            ? "There is nothing to delete."
                            : "Deleted everything in "
                                    + home.folder()
                                    + (Files.exists(home.load())
                                            ? " except its load test runs."
                                            : "."));
        }
        return ExitCode.DONE;
    }

    private void stop(ResolvePlatform resolve) {
        new CacheMaker(installation).stop();
        Platform platform = resolve.existing();
        int stopped;
        try (ProgressDisplay progress = ProgressDisplay.on(terminal)) {
            stopped = new StopPlatform(platform.home(), platform.components(), progress).stop();
        }
        terminal.say(
                stopped == 0
                        ? "Nothing is running."
                        : "Stopped " + stopped + (stopped == 1 ? " process." : " processes."));
    }

    private void refuseWithoutExecute(List<Path> purgeable) {
        terminal.out().println("This would be deleted permanently:");
        for (Path path : purgeable) {
            terminal.out().println("  %s (%s)".formatted(path, Amounts.bytes(FileTree.size(path))));
        }
        terminal.out().flush();
        throw new OperatorError(
                ExitCode.REFUSED,
                "nothing was stopped or deleted",
                "add --execute to stop the platform and delete its data");
    }
}
