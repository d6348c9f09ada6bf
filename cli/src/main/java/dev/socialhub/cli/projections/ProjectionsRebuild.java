package dev.socialhub.cli.projections;

import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.Terminal;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code socialhubctl projections rebuild}. */
@Command(
        name = "rebuild",
        description = {
            "Make every replicated row equal to its owner's row.",
            "",
            "Without --execute it compares, and shows what it would repair; --differences lists all"
                    + " of it. May run at any time, since a row's version decides which of two rows"
                    + " is newer."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl projections rebuild posts             # shows what would be repaired",
            "  socialhubctl projections rebuild posts --differences differences.jsonl",
            "  socialhubctl projections rebuild posts --execute"
        })
final class ProjectionsRebuild implements Callable<Integer> {
    private final Contexts contexts;
    private final Terminal terminal;

    @Mixin ProjectionsOptions options = new ProjectionsOptions();

    @Option(names = "--execute", description = "Really do it.")
    boolean execute;

    ProjectionsRebuild(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ProjectionsReport report =
                options.walk(
                        contexts.target(),
                        execute ? "rebuild" : "verify",
                        execute ? "rebuild --execute" : "rebuild",
                        terminal);
        options.print(report, terminal);
        if (options.isHumanReadable()) {
            terminal.say(summary(report));
        }
        return ExitCode.DONE;
    }

    private String summary(ProjectionsReport report) {
        if (execute) {
            return String.format(Locale.ROOT, "%,d rows were repaired.", report.mended());
        }
        return report.different() == 0
                ? "All rows are correct: there is nothing to repair."
                : String.format(
                        Locale.ROOT,
                        "Nothing was changed: add --execute to repair %,d rows.",
                        report.different());
    }
}
