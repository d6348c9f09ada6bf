package dev.socialhub.cli.projections;

import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code socialhubctl projections verify}. */
@Command(
        name = "verify",
        description = {
            "Compare every replicated row with its owner's row.",
            "",
            "May run at any time: rows that change meanwhile are checked again before they count."
                    + " Exits with 0 if all agree, 3 if any doesn't, 69 if nothing runs."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl projections verify",
            "  socialhubctl projections verify posts --projection edges -o json",
            "  socialhubctl projections verify --differences differences.jsonl"
        })
final class ProjectionsVerify implements Callable<Integer> {
    private final Contexts contexts;
    private final Terminal terminal;

    @Mixin ProjectionsOptions options = new ProjectionsOptions();

    ProjectionsVerify(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ProjectionsReport report = options.walk(contexts.target(), "verify", "verify", terminal);
        options.print(report, terminal);
        if (options.isHumanReadable() && report.different() > 0) {
            report.projections()
                    .forEach(one -> one.examples().forEach(it -> terminal.say("  " + it)));
            terminal.say("`socialhubctl projections rebuild --execute` corrects them.");
        }
        return report.different() == 0 ? ExitCode.DONE : ExitCode.PROBLEMS_FOUND;
    }
}
