package dev.socialhub.cli.counters;

import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code socialhubctl counters verify}. */
@Command(
        name = "verify",
        description = {
            "Compare every count that a service stores, such as a user's followers, with the rows"
                    + " that it counts.",
            "",
            "May run at any time: both are read at the same moment. Exits with 0 if all agree, 3"
                    + " if any doesn't, 4 for a service or counter that doesn't exist, 69 if"
                    + " nothing runs."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl counters verify",
            "  socialhubctl counters verify users --counter follows -o json",
            "  socialhubctl counters verify --differences wrong.jsonl"
        })
final class CountersVerify implements Callable<Integer> {
    private final Contexts contexts;
    private final Terminal terminal;

    @Mixin CountersOptions options = new CountersOptions();

    CountersVerify(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CountersReport report = options.walk(contexts.target(), "verify", "verify", terminal);
        options.print(report, terminal);
        if (report.wrong() == 0) {
            return ExitCode.DONE;
        }
        options.summarize(
                report, "`socialhubctl counters recount --execute` corrects them.", terminal);
        return ExitCode.PROBLEMS_FOUND;
    }
}
