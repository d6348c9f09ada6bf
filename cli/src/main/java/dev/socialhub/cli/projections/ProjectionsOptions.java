package dev.socialhub.cli.projections;

import dev.socialhub.cli.ops.OpsClient;
import dev.socialhub.cli.target.Endpoint;
import dev.socialhub.cli.target.Target;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Progress;
import dev.socialhub.cli.terminal.Terminal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which projections, and what both verbs do with them. */
final class ProjectionsOptions {
    private static final int PAGE = 1_000;

    @Parameters(paramLabel = "SVC", arity = "0..*", description = "Services; all by default.")
    List<String> names = List.of();

    @Option(
            names = "--projection",
            paramLabel = "NAME",
            description = "Only this projection. Repeatable.")
    List<String> only = List.of();

    @Option(
            names = "--after",
            paramLabel = "CURSOR",
            description = "Go on where an earlier run ended; needs one --projection.")
    @Nullable String after;

    @Mixin Output output = new Output();

    /** The chosen ones, as the services name them. */
    List<Projection> chosen(Target target, OpsClient ops) {
        if (after != null && only.size() != 1) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE,
                    "--after belongs to one projection",
                    "name it with --projection");
        }
        List<Projection> known = new ArrayList<>();
        for (Endpoint service : ops.offering(target, "projections", names)) {
            ops.get(service, "projections")
                    .path("projections")
                    .forEach(name -> known.add(new Projection(service.service(), name.asText())));
        }
        for (String name : only) {
            if (known.stream().noneMatch(one -> one.name().equals(name))) {
                throw new OperatorError(
                        ExitCode.NOT_FOUND,
                        "there is no projection named '" + name + "'",
                        "choose from "
                                + String.join(", ", known.stream().map(Projection::name).toList()));
            }
        }
        return known.stream().filter(one -> only.isEmpty() || only.contains(one.name())).toList();
    }

    /** Has the services go through them. */
    ProjectionsReport walk(
            Target target, OpsClient ops, String verb, String resume, Terminal terminal) {
        List<Projection> chosen = chosen(target, ops);
        try (Progress progress = Progress.on(terminal)) {
            PageWalk walk =
                    new PageWalk(
                            (one, cursor) ->
                                    ops.post(
                                            target.instanceOf(one.service()),
                                            path(one, verb, cursor)),
                            progress);
            return ProjectionsReport.of(
                    chosen.stream()
                            .map(one ->
                                    walk.through(
                                            one,
                                            after,
                                            resume.formatted(one.service(), one.name())))
                            .toList());
        }
    }

    void print(ProjectionsReport report, Terminal terminal) {
        output.print(terminal, report::table, report);
    }

    private static String path(Projection projection, String verb, @Nullable String cursor) {
        String path = "projections/%s/%s?limit=%d".formatted(projection.name(), verb, PAGE);
        return cursor == null
                ? path
                : path + "&after=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    }
}
