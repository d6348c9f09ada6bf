package dev.socialhub.cli.database;

import dev.socialhub.cli.platform.Installation;
import dev.socialhub.cli.terminal.Documents;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OutputFormat;
import dev.socialhub.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code socialhubctl db check}. */
@Command(
        name = "check",
        description = {
            "Show which tables, columns, indexes and constraints are missing that the migrations of"
                    + " a service make.",
            "",
            "Exits with 0 if nothing is missing, 3 if something is, 4 for a service without"
                    + " database, 69 if nothing runs."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl db check",
            "  socialhubctl db check posts -o json"
        })
final class DbCheck implements Callable<Integer> {
    private final Installation installation;
    private final Terminal terminal;

    @Parameters(paramLabel = "SVC", arity = "0..*", description = "Services; all by default.")
    List<String> names = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "One of ${COMPLETION-CANDIDATES}.")
    OutputFormat output = OutputFormat.table;

    DbCheck(Installation installation, Terminal terminal) {
        this.installation = installation;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Databases databases = Db.databases(installation);
        SchemaReport report =
                SchemaReport.of(databases.named(names).stream().map(databases::state).toList());
        terminal.out()
                .print(
                        output == OutputFormat.table
                                ? report.table()
                                : Documents.write(output, report));
        terminal.out().flush();
        if (output == OutputFormat.table && !report.whole()) {
            terminal.say("`socialhubctl db repair --execute` makes what is missing again, empty.");
        }
        return report.whole() ? ExitCode.DONE : ExitCode.PROBLEMS_FOUND;
    }
}
