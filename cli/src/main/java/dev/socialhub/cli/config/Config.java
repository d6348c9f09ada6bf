package dev.socialhub.cli.config;

import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code socialhubctl config}. */
@Command(
        name = "config",
        description =
                "Show each program's settings and their sources, and check them before a start.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  socialhubctl config show",
            "  POSTS_PORT=15001 socialhubctl config validate"
        })
public final class Config {
    private Config() {}

    /** The noun with all its verbs. */
    public static CommandLine commandLine(
            Installation installation, Contexts contexts, Terminal terminal) {
        return new CommandLine(new Config())
                .addSubcommand(new ConfigShow(installation, contexts, terminal))
                .addSubcommand(new ConfigValidate(installation, contexts, terminal));
    }
}
