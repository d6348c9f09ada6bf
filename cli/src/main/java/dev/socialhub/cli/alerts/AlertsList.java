package dev.socialhub.cli.alerts;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.observability.Kit;
import dev.socialhub.cli.observability.Rule;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Table;
import dev.socialhub.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code socialhubctl alerts list}. */
@Command(
        name = "list",
        description = {
            "Show every alert: its severity, how long its condition holds before it fires, its"
                    + " summary, and its runbook. `page` calls the operator on duty, `ticket` can"
                    + " wait for working hours.",
            "",
            "Exits with 0, 4 if this installation has no alerts."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl alerts list",
            "  socialhubctl alerts list -o json"
        })
final class AlertsList implements Callable<Integer> {
    private final Installation installation;
    private final Terminal terminal;

    @Mixin Output output = new Output();

    AlertsList(Installation installation, Terminal terminal) {
        this.installation = installation;
        this.terminal = terminal;
    }

    /** The document. */
    @JsonPropertyOrder({"version", "alerts"})
    record Listed(int version, List<One> alerts) {
        Listed {
            alerts = List.copyOf(alerts);
        }

        String table() {
            Table table =
                    new Table()
                            .text("ALERT")
                            .text("SEVERITY")
                            .number("AFTER")
                            .text("RUNBOOK")
                            .text("SUMMARY");
            alerts.forEach(one ->
                    table.row(one.alert(), one.severity(), one.after(), one.runbook(), one.says()));
            return table.render();
        }
    }

    /**
     * An alert.
     *
     * @param after how long its condition holds before it fires
     * @param runbook in {@code observability/runbooks}
     * @param dashboard uid of the one to look at
     * @param says with Prometheus's placeholders shortened to their names
     */
    @JsonPropertyOrder({"alert", "severity", "after", "runbook", "dashboard", "expression", "says"})
    record One(
            String alert,
            String severity,
            String after,
            String runbook,
            String dashboard,
            String expression,
            String says) {
        static One of(Rule rule) {
            return new One(
                    rule.name(),
                    rule.severity(),
                    rule.holds(),
                    rule.runbook(),
                    rule.dashboard(),
                    rule.expression().text().strip(),
                    rule.summary().replaceAll("\\{\\{ *\\$(?:labels\\.)?(\\w+)[^}]*}}", "<$1>"));
        }
    }

    @Override
    public Integer call() {
        List<One> alerts =
                Rule.read(Kit.of(installation).rules()).stream()
                        .filter(Rule::isAlert)
                        .map(One::of)
                        .toList();
        Listed listed = new Listed(1, alerts);
        output.print(terminal, listed::table, listed);
        return ExitCode.DONE;
    }
}
