package dev.socialhub.cli.load;

import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.load.profile.LoadProfiles;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code socialhubctl load list}. */
@Command(
        name = "list",
        description = {
            "List the load profiles with their targets, goals and offered load.",
            "",
            "TARGET is the load that one instance must handle. GOAL is what a run is judged by; a"
                    + " budget ratio of 0.5 means that an instance with two cores could handle"
                    + " twice the target. OFFERED is less than the target where generator and"
                    + " platform share a machine. Exits with 0, or 1 if the profiles aren't built."
        },
        footer = {"", "Examples:", "  socialhubctl load list", "  socialhubctl load list -o json"})
final class LoadList implements Callable<Integer> {
    private final Installation installation;
    private final Terminal terminal;

    @Mixin Output output = new Output();

    LoadList(Installation installation, Terminal terminal) {
        this.installation = installation;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ProfileList list = ProfileList.of(LoadProfiles.read(installation.dist()));
        output.print(terminal, list::table, list);
        return ExitCode.DONE;
    }
}
