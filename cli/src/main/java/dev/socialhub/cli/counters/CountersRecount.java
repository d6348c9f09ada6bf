package dev.socialhub.cli.counters;

import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.Terminal;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code socialhubctl counters recount}. */
@Command(
        name = "recount",
        description = {
            "Correct the stored counts of the services that are wrong.",
            "",
            "Without --execute it only compares, and shows what it would correct. May run at any"
                    + " time, even while the counted rows change. Exits with 0 when it is done, 4"
                    + " for a service or counter that doesn't exist, 69 if nothing runs."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl counters recount                    # shows what would be corrected",
            "  socialhubctl counters recount users --execute"
        })
final class CountersRecount implements Callable<Integer> {
    private final Contexts contexts;
    private final Terminal terminal;

    @Mixin CountersOptions options = new CountersOptions();

    @Option(names = "--execute", description = "Really do it.")
    boolean execute;

    CountersRecount(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CountersReport report =
                options.walk(
                        contexts.target(),
                        execute ? "recount" : "verify",
                        execute ? "recount --execute" : "recount",
                        terminal);
        options.print(report, terminal);
        options.summarize(report, summary(report), terminal);
        return ExitCode.DONE;
    }

    private String summary(CountersReport report) {
        if (execute) {
            return String.format(Locale.ROOT, "%,d counts were corrected.", report.mended());
        }
        return report.wrong() == 0
                ? "All counts are right: there is nothing to correct."
                : String.format(
                        Locale.ROOT,
                        "Nothing was changed: add --execute to correct %,d counts.",
                        report.wrong());
    }
}
