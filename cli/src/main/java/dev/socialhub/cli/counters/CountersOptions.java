package dev.socialhub.cli.counters;

import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.derived.DerivedDataKind;
import dev.socialhub.cli.derived.Walk;
import dev.socialhub.cli.derived.WalkOptions;
import dev.socialhub.cli.terminal.Terminal;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which counters, and what both verbs do with them. */
final class CountersOptions {
    @Option(
            names = "--counter",
            paramLabel = "NAME",
            description = "Only this counter. Repeatable.")
    List<String> only = List.of();

    @Mixin WalkOptions walk = new WalkOptions();

    /** Has the services process them. */
    CountersReport walk(Target target, String verb, String again, Terminal terminal) {
        return CountersReport.of(
                new Walk(DerivedDataKind.COUNTER, walk, only, target)
                        .sums(verb, again, Counted::none, terminal));
    }

    void print(CountersReport report, Terminal terminal) {
        walk.output().print(terminal, report::table, report);
    }

    /** What only the table output shows: a few of the wrong counters, and a line on what to do. */
    void summarize(CountersReport report, String line, Terminal terminal) {
        if (walk.output().isHumanReadable()) {
            report.examples().forEach(it -> terminal.say("  " + it));
            terminal.say(line);
        }
    }
}
