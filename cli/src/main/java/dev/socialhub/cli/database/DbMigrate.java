package dev.socialhub.cli.database;

import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.database.DbMigrateReport.Migrated;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code socialhubctl db migrate}. */
@Command(
        name = "migrate",
        description = {
            "Apply the pending migrations of a service's database, as its start does.",
            "",
            "Without --execute it only shows them. Exits with 0, also if there is none; 1 if one"
                    + " can't be applied; 4 for a service without database; 69 if nothing runs."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl db migrate                 # shows what would be applied",
            "  socialhubctl db migrate posts --execute"
        })
final class DbMigrate implements Callable<Integer> {
    private final Contexts contexts;
    private final Terminal terminal;

    @Parameters(paramLabel = "SVC", arity = "0..*", description = "Services; all by default.")
    List<String> names = List.of();

    @Option(names = "--execute", description = "Really apply them.")
    boolean execute;

    @Mixin Output output = new Output();

    DbMigrate(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Databases databases = Db.databases(contexts);
        List<Migrated> migrated =
                databases.named(names).stream()
                        .map(name ->
                                execute ? databases.migrate(name) : plan(databases.state(name)))
                        .toList();
        DbMigrateReport report = DbMigrateReport.of(migrated, execute);
        output.print(terminal, report::table, report);
        if (output.isHumanReadable()) {
            terminal.say(summary(report));
        }
        return report.failed() ? ExitCode.FAILED : ExitCode.DONE;
    }

    private static Migrated plan(SchemaState state) {
        return new Migrated(state.service(), state.pendingMigrations(), List.of());
    }

    private String summary(DbMigrateReport report) {
        if (report.empty()) {
            return "No migration is pending.";
        }
        if (report.failed()) {
            return "Not all could be applied: `socialhubctl logs` of that service shows why.";
        }
        return execute ? "Done." : "Nothing was applied: add --execute to do it.";
    }
}
