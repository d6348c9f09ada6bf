package dev.socialhub.cli.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.connection.Endpoint;
import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.ops.Operator;
import dev.socialhub.cli.ops.OpsClient;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.ProgressDisplay;
import dev.socialhub.cli.terminal.Terminal;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code socialhubctl search reindex}. */
@Command(
        name = "reindex",
        description = {
            "Index all posts again, after SEARCH_LANGUAGE of the service has changed.",
            "",
            "Without --execute it only counts them. Searches and changes of posts continue"
                    + " meanwhile, and a post is always indexed. Stopped and repeated, it begins"
                    + " anew. Exits with 0, 69 if a service doesn't answer."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl search reindex                 # shows how many posts there are",
            "  socialhubctl search reindex --execute"
        })
final class ReindexCommand implements Callable<Integer> {
    private static final String OFFER = "search";
    private static final int PAGE = 500;

    private final Contexts contexts;
    private final Terminal terminal;

    @Option(names = "--execute", description = "Really do it.")
    boolean execute;

    @Mixin Output output = new Output();

    ReindexCommand(Contexts contexts, Terminal terminal) {
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Target target = contexts.target();
        OpsClient ops = Operator.of(target);
        ReindexReport report;
        try (ProgressDisplay progress = ProgressDisplay.on(terminal)) {
            report =
                    ReindexReport.of(
                            execute,
                            ops.offering(target, OFFER, List.of()).stream()
                                    .map(service -> one(ops, service, progress))
                                    .toList());
        }
        output.print(terminal, report::table, report);
        if (output.isHumanReadable() && !execute) {
            terminal.say(
                    String.format(
                            Locale.ROOT,
                            "Nothing was changed: add --execute to index %,d posts again.",
                            report.total()));
        }
        return ExitCode.DONE;
    }

    private ReindexReport.One one(OpsClient ops, Endpoint service, ProgressDisplay progress) {
        return new ReindexReport.One(
                service.service(),
                execute
                        ? reindex(ops, service, progress)
                        : ops.get(service, OFFER).path("posts").asLong());
    }

    private static long reindex(OpsClient ops, Endpoint service, ProgressDisplay progress) {
        String step = service.service();
        progress.running(step, "started");
        long begin = System.nanoTime();
        long posts = 0;
        @Nullable String after = null;
        do {
            JsonNode page =
                    ops.post(
                            service,
                            "search/reindex?limit=%d%s"
                                    .formatted(PAGE, after == null ? "" : "&after=" + after));
            posts += page.path("posts").asLong();
            after = page.path("next").isTextual() ? page.path("next").asText() : null;
            progress.running(step, rate(posts, System.nanoTime() - begin));
        } while (after != null);
        progress.done(step, rate(posts, System.nanoTime() - begin));
        return posts;
    }

    private static String rate(long posts, long nanos) {
        return String.format(
                Locale.ROOT,
                "%,d posts, %,.0f a second",
                posts,
                posts / Math.max(1e-3, nanos / 1e9));
    }
}
