package dev.socialhub.cli.load;

import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.load.result.RunHistory;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Printable;
import dev.socialhub.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code socialhubctl load history}. */
@Command(
        name = "history",
        description = {
            "List past load runs with their results, newest first.",
            "",
            "Runs are stored in the folder load of SOCIALHUB_HOME, each as a JSON file and an HTML"
                    + " page. `down --purge` keeps them. Files that contain no run are reported and"
                    + " left out. Exits with 0."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl load history",
            "  socialhubctl load history follow",
            "  socialhubctl load history follow -o json"
        })
final class LoadHistory implements Callable<Integer> {
    private final Installation installation;
    private final Terminal terminal;

    @Parameters(
            paramLabel = "PROFILE",
            arity = "0..1",
            description = "Only runs of this profile, see `load list`.")
    @Nullable String profile;

    @Mixin Output output = new Output();

    LoadHistory(Installation installation, Terminal terminal) {
        this.installation = installation;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        installation.home().requireFolder();
        PastRuns past = PastRuns.of(new RunHistory(installation.home().load()).all(), profile);
        output.print(terminal, () -> past.table(terminal), past);
        if (output.isHumanReadable()) {
            past.spoiled()
                    .forEach(file ->
                            terminal.say(
                                    "left out " + Printable.line(file.file() + ": " + file.why())));
            if (past.runs().isEmpty()) {
                terminal.say("There is no run yet; `socialhubctl load run PROFILE` makes one.");
            }
        }
        return ExitCode.DONE;
    }
}
