package dev.socialhub.cli.dashboards;

import dev.socialhub.cli.check.CheckLines;
import dev.socialhub.cli.check.CheckTotals;
import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.dashboards.CheckReport.Part;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.observability.Kit;
import dev.socialhub.cli.observability.MeterCatalogue;
import dev.socialhub.cli.observability.Rule;
import dev.socialhub.cli.platform.RunningPlatform;
import dev.socialhub.cli.prometheus.LocalPrometheus;
import dev.socialhub.cli.prometheus.Prometheus;
import dev.socialhub.cli.prometheus.PrometheusPrograms;
import dev.socialhub.cli.prometheus.ScrapeConfig;
import dev.socialhub.cli.terminal.Colour;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Terminal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code socialhubctl dashboards check}. */
@Command(
        name = "check",
        description = {
            "Check that every panel shows data: each query is a valid expression, reads meters"
                    + " that exist, and returns series. Each rule is checked in the same way.",
            "",
            "Without --prometheus it starts its own Prometheus beside the running platform, on a"
                    + " free port, which scrapes every process every two seconds, and stops it"
                    + " afterwards. The program is looked for in PROMETHEUS_HOME, then on the"
                    + " PATH.",
            "",
            "Exits with 0 if no check failed, 3 if a panel or rule is wrong or empty, 5 while"
                    + " another check runs, 69 if nothing runs, no Prometheus is installed or it"
                    + " doesn't answer, 124 if it can't scrape every process in time."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl dashboards check",
            "  socialhubctl dashboards check -o json",
            "  socialhubctl dashboards check --prometheus http://127.0.0.1:9090"
        })
final class DashboardsCheck implements Callable<Integer> {
    private final Installation installation;
    private final Contexts contexts;
    private final Terminal terminal;

    @Option(
            names = "--prometheus",
            paramLabel = "URL",
            description = "Query this one, which already scrapes the platform.")
    @Nullable String url;

    @Mixin Output output = new Output();

    DashboardsCheck(Installation installation, Contexts contexts, Terminal terminal) {
        this.installation = installation;
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        long begin = System.nanoTime();
        CheckReport report = url == null ? checkLocal() : check(requireReady(url));
        CheckTotals totals = report.totals();
        output.print(terminal, () -> lines(report), report);
        if (output.isHumanReadable()) {
            terminal.say(totals.summary(Duration.ofNanos(System.nanoTime() - begin)));
        }
        return totals.exitCode();
    }

    private static Prometheus requireReady(String url) {
        Prometheus prometheus = Prometheus.at(url);
        if (!prometheus.ready()) {
            throw new OperatorError(
                    ExitCode.PLATFORM_UNAVAILABLE,
                    "no Prometheus is ready at " + url,
                    "start it, or omit --prometheus: then one is started for the check");
        }
        return prometheus;
    }

    private CheckReport checkLocal() {
        contexts.requireLocal("socialhubctl dashboards check");
        RunningPlatform platform = RunningPlatform.of(installation);
        ScrapeConfig config = ScrapeConfig.of(platform, Kit.of(installation).rules());
        try (LocalPrometheus prometheus =
                LocalPrometheus.start(
                        new PrometheusPrograms(installation.environment()).prometheus(),
                        platform.home().prometheus(),
                        config)) {
            terminal.say("Prometheus scrapes %d processes…".formatted(config.processes().size()));
            prometheus.awaitScrapes();
            return check(prometheus.server());
        }
    }

    private CheckReport check(Prometheus prometheus) {
        Kit kit = Kit.of(installation);
        List<Rule> rules = Rule.read(kit.rules());
        CheckQueries check =
                new CheckQueries(MeterCatalogue.read(kit.meters(), rules), prometheus::query);
        List<Part> parts = new ArrayList<>();
        Dashboard.read(kit.dashboards())
                .forEach(dashboard -> parts.add(check.dashboard(dashboard)));
        parts.add(check.rules(rules));
        return CheckReport.of(prometheus.url(), parts);
    }

    private String lines(CheckReport report) {
        StringBuilder text = new StringBuilder();
        for (Part part : report.parts()) {
            text.append(terminal.paint(Colour.STRONG, part.title())).append('\n');
            text.append(new CheckLines(terminal, "  ").of(part.results()));
        }
        return text.toString();
    }
}
