package dev.socialhub.cli.load;

import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code socialhubctl load}. */
@Command(
        name = "load",
        description = "Run load against the platform, and judge the results by goals.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  socialhubctl load list",
            "  socialhubctl load run follow",
            "  socialhubctl load history follow",
            "  socialhubctl load calibrate --probe hash"
        })
public final class Load {
    private Load() {}

    /** The noun with all its verbs. */
    public static CommandLine commandLine(
            Contexts contexts, Installation installation, Terminal terminal) {
        return new CommandLine(new Load())
                .addSubcommand(new LoadList(installation, terminal))
                .addSubcommand(new RunLoad(contexts, installation, terminal))
                .addSubcommand(new LoadHistory(installation, terminal))
                .addSubcommand(new CalibrateLoad(contexts, installation, terminal));
    }
}
