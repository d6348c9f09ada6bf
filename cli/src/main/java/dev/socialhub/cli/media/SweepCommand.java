package dev.socialhub.cli.media;

import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.ops.Operator;
import dev.socialhub.cli.ops.OpsClient;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Terminal;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code socialhubctl media sweep}. */
@Command(
        name = "sweep",
        description = {
            "Remove uploads that were not completed or that no post was published with, and the"
                    + " pictures and videos of deleted posts.",
            "",
            "Without --execute it only counts them. Services sweep regularly by themselves."
                    + " Exits with 0, 69 if a service or the store of its files doesn't answer."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl media sweep                    # shows what would be removed",
            "  socialhubctl media sweep --execute"
        })
final class SweepCommand implements Callable<Integer> {
    private static final String OFFER = "media";
    private static final String PATH = "media/sweep";

    private final Contexts contexts;
    private final Terminal terminal;

    @Option(names = "--execute", description = "Really do it.")
    boolean execute;

    @Mixin Output output = new Output();

    SweepCommand(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Target target = contexts.target();
        OpsClient ops = Operator.of(target);
        SweepReport report =
                SweepReport.of(
                        execute,
                        ops.offering(target, OFFER, List.of()).stream()
                                .map(service ->
                                        SweepReport.One.of(
                                                service.service(),
                                                execute
                                                        ? ops.post(service, PATH)
                                                        : ops.get(service, PATH)))
                                .toList());
        output.print(terminal, report::table, report);
        if (output.isHumanReadable()) {
            terminal.say(summary(report));
        }
        return ExitCode.DONE;
    }

    private static String summary(SweepReport report) {
        if (report.executed()) {
            return String.format(
                    Locale.ROOT, "%,d pictures and videos were removed.", report.total());
        }
        return report.total() == 0
                ? "There is nothing to remove."
                : String.format(
                        Locale.ROOT,
                        "Nothing was changed: add --execute to remove %,d pictures and videos.",
                        report.total());
    }
}
