package dev.socialhub.cli.database;

import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.database.DbRepairReport.Repair;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code socialhubctl db repair}. */
@Command(
        name = "repair",
        description = {
            "Recreate missing tables, columns, indexes and constraints, as the migrations of the"
                    + " service create them; for notifications, the indexes that it declares.",
            "",
            "Without --execute it only shows what it would create. What exists but differs stays"
                    + " as it is, and is reported; only the expiry of a document index is changed."
                    + " The rows of a lost table aren't restored by this: `projections rebuild`"
                    + " fills replicas of other services' data, anything else needs a backup."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl db repair                  # shows what would be created",
            "  socialhubctl db repair posts --execute"
        })
final class DbRepair implements Callable<Integer> {
    private final Contexts contexts;
    private final Terminal terminal;

    @Parameters(paramLabel = "SVC", arity = "0..*", description = "Services; all by default.")
    List<String> names = List.of();

    @Option(names = "--execute", description = "Really create it.")
    boolean execute;

    @Mixin Output output = new Output();

    DbRepair(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Databases databases = Db.databases(contexts);
        List<Repair> repairs =
                databases.named(names).stream()
                        .map(name -> execute ? databases.repair(name) : plan(databases.state(name)))
                        .toList();
        DbRepairReport report = DbRepairReport.of(repairs, execute);
        output.print(terminal, () -> report.empty() ? "" : report.table(), report);
        if (output.isHumanReadable()) {
            report.refused().forEach(it -> terminal.say("can't be recreated: " + it));
            terminal.say(summary(report));
        }
        return report.refused().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static Repair plan(SchemaState state) {
        List<String> objects =
                Stream.concat(
                                Stream.concat(
                                        state.missing().stream(),
                                        state.different().stream()
                                                .map(it -> it + " as declared, if possible")),
                                state.pendingMigrations().stream().map(it -> "migration " + it))
                        .toList();
        return new Repair(state.service(), objects, List.of());
    }

    private String summary(DbRepairReport report) {
        if (report.empty()) {
            return "Nothing is missing.";
        }
        if (!report.refused().isEmpty()) {
            return "Not everything could be recreated: restore the rest from a backup.";
        }
        return execute ? "Done." : "Nothing was created: add --execute to do it.";
    }
}
