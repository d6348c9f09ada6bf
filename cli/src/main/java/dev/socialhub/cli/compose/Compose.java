package dev.socialhub.cli.compose;

import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code socialhubctl compose}. */
@Command(
        name = "compose",
        description = "Prepare the platform in containers, on real servers.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  socialhubctl compose init",
            "  socialhubctl compose init -o json"
        })
public final class Compose {
    private Compose() {}

    /** The noun with all its verbs. */
    public static CommandLine commandLine(Installation installation, Terminal terminal) {
        return new CommandLine(new Compose())
                .addSubcommand(new ComposeInit(installation, terminal));
    }
}
