package dev.socialhub.cli.alerts;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.check.CheckLines;
import dev.socialhub.cli.check.CheckResult;
import dev.socialhub.cli.check.CheckTotals;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.observability.Kit;
import dev.socialhub.cli.prometheus.PrometheusPrograms;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Terminal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code socialhubctl alerts test}. */
@Command(
        name = "test",
        description = {
            "Run the tests of Prometheus's rules with promtool. Each alert has a test in which it"
                    + " fires, and one in which it stays silent.",
            "",
            "Needs no running platform. promtool is looked for in PROMETHEUS_HOME, then on the"
                    + " PATH. Exits with 0 if every alert behaves as expected, 3 if one doesn't or"
                    + " has no test or no runbook, 4 if this installation has no rules, 69 if"
                    + " promtool isn't installed."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl alerts test",
            "  socialhubctl alerts test -o json"
        })
final class AlertsTest implements Callable<Integer> {
    private final Installation installation;
    private final Terminal terminal;

    @Mixin Output output = new Output();

    AlertsTest(Installation installation, Terminal terminal) {
        this.installation = installation;
        this.terminal = terminal;
    }

    /** The document. */
    @JsonPropertyOrder({"version", "checks"})
    record Report(int version, List<CheckResult> checks) {
        Report {
            checks = List.copyOf(checks);
        }
    }

    @Override
    public Integer call() {
        long begin = System.nanoTime();
        Kit kit = Kit.of(installation);
        Promtool promtool =
                new Promtool(new PrometheusPrograms(installation.environment()).promtool());
        List<CheckResult> results = new TestRules(kit, promtool).run();
        CheckTotals totals = new CheckTotals(results);
        output.print(
                terminal, () -> new CheckLines(terminal, "").of(results), new Report(1, results));
        if (output.isHumanReadable()) {
            terminal.say(totals.summary(Duration.ofNanos(System.nanoTime() - begin)));
        }
        return totals.exitCode();
    }
}
