package dev.socialhub.cli.database;

import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code socialhubctl db check}. */
@Command(
        name = "check",
        description = {
            "Show which tables, columns, indexes and constraints are missing, or differ from the"
                    + " migrations of the service; for notifications, which indexes.",
            "",
            "Exits with 0 if nothing is missing or different, 3 if something is, 4 for a service"
                    + " without database, 69 if nothing runs."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl db check",
            "  socialhubctl db check posts -o json"
        })
final class DbCheck implements Callable<Integer> {
    private final Contexts contexts;
    private final Terminal terminal;

    @Parameters(paramLabel = "SVC", arity = "0..*", description = "Services; all by default.")
    List<String> names = List.of();

    @Mixin Output output = new Output();

    DbCheck(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Databases databases = Db.databases(contexts);
        DbCheckReport report =
                DbCheckReport.of(databases.named(names).stream().map(databases::state).toList());
        output.print(terminal, report::table, report);
        if (output.isHumanReadable() && !report.whole()) {
            terminal.say("`socialhubctl db repair --execute` recreates what is missing, empty.");
        }
        return report.whole() ? ExitCode.DONE : ExitCode.PROBLEMS_FOUND;
    }
}
