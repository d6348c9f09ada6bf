package dev.socialhub.cli.database;

import dev.socialhub.cli.ops.Operator;
import dev.socialhub.cli.platform.Installation;
import dev.socialhub.cli.platform.RunningPlatform;
import dev.socialhub.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code socialhubctl db}. */
@Command(
        name = "db",
        description = "Check the tables of the services' databases, and make missing ones again.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  socialhubctl db check",
            "  socialhubctl db repair posts --execute"
        })
public final class Db {
    private Db() {}

    /** The noun with all its verbs. */
    public static CommandLine commandLine(Installation installation, Terminal terminal) {
        return new CommandLine(new Db())
                .addSubcommand(new DbCheck(installation, terminal))
                .addSubcommand(new DbRepair(installation, terminal));
    }

    static Databases databases(Installation installation) {
        RunningPlatform platform = RunningPlatform.of(installation);
        return new Databases(platform, Operator.of(platform));
    }
}
