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
            "Make missing tables, columns, indexes and constraints again, as the migrations of the"
                    + " service do; of notifications, the indexes that it declares.",
            "",
            "Without --execute it only shows what it would make. What is there but made otherwise"
                    + " stays as it is, and is told; an index of documents gets another age. What a"
                    + " lost table held doesn't come back by this: `projections rebuild` fills copies of"
                    + " what other services own, anything else needs a backup."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl db repair                  # shows what would be made",
            "  socialhubctl db repair posts --execute"
        })
final class DbRepair implements Callable<Integer> {
    private final Contexts contexts;
    private final Terminal terminal;

    @Parameters(paramLabel = "SVC", arity = "0..*", description = "Services; all by default.")
    List<String> names = List.of();

    @Option(names = "--execute", description = "Really make it.")
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
        if (output.isForPeople()) {
            report.refused().forEach(it -> terminal.say("can't be made again: " + it));
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
                                                .map(it -> it + " as declared, if it can be")),
                                state.pendingMigrations().stream().map(it -> "migration " + it))
                        .toList();
        return new Repair(state.service(), objects, List.of());
    }

    private String summary(DbRepairReport report) {
        if (report.empty()) {
            return "Nothing is missing.";
        }
        if (!report.refused().isEmpty()) {
            return "Not everything could be made again: restore the rest from a backup.";
        }
        return execute ? "Done." : "Nothing was made: add --execute to do it.";
    }
}
