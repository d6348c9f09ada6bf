package dev.socialhub.cli.database;

import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.ops.Operator;
import dev.socialhub.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code socialhubctl db}. */
@Command(
        name = "db",
        description =
                "Check and migrate the tables of the services' databases, and recreate missing"
                        + " ones.",
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
    public static CommandLine commandLine(Contexts contexts, Terminal terminal) {
        return new CommandLine(new Db())
                .addSubcommand(new DbCheck(contexts, terminal))
                .addSubcommand(new DbRepair(contexts, terminal))
                .addSubcommand(new DbMigrate(contexts, terminal));
    }

    static Databases databases(Contexts contexts) {
        Target target = contexts.target();
        return new Databases(target, Operator.of(target));
    }
}
