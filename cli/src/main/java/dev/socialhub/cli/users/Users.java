package dev.socialhub.cli.users;

import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code socialhubctl users}. */
@Command(
        name = "users",
        description = "Look up accounts, and the data that services store about their users.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  socialhubctl users list --query john",
            "  socialhubctl users show johndoe"
        })
public final class Users {
    private Users() {}

    /** The noun with all its verbs. */
    public static CommandLine commandLine(Contexts contexts, Terminal terminal) {
        return new CommandLine(new Users())
                .addSubcommand(new UsersList(contexts, terminal))
                .addSubcommand(new UsersShow(contexts, terminal));
    }
}
