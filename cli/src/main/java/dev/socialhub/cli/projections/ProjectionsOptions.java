package dev.socialhub.cli.projections;

import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.derived.DerivedDataKind;
import dev.socialhub.cli.derived.Walk;
import dev.socialhub.cli.derived.WalkOptions;
import dev.socialhub.cli.terminal.Terminal;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which projections, and what both verbs do with them. */
final class ProjectionsOptions {
    @Option(
            names = "--projection",
            paramLabel = "NAME",
            description = "Only this projection. Repeatable.")
    List<String> only = List.of();

    @Mixin WalkOptions walk = new WalkOptions();

    /** Has the services process them. */
    ProjectionsReport walk(Target target, String verb, String again, Terminal terminal) {
        return ProjectionsReport.of(
                new Walk(DerivedDataKind.PROJECTION, walk, only, target)
                        .sums(verb, again, Comparison::none, terminal));
    }

    /** Whether the output is for people. */
    boolean isHumanReadable() {
        return walk.output().isHumanReadable();
    }

    void print(ProjectionsReport report, Terminal terminal) {
        walk.output().print(terminal, report::table, report);
    }
}
