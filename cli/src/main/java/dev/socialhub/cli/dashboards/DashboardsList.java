package dev.socialhub.cli.dashboards;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.observability.Kit;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Table;
import dev.socialhub.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code socialhubctl dashboards list}. */
@Command(
        name = "list",
        description = {
            "Show the dashboards, and how many panels and queries each has; JSON and YAML include"
                    + " every query.",
            "",
            "Exits with 0, 4 if this installation has no dashboards."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl dashboards list",
            "  socialhubctl dashboards list -o yaml"
        })
final class DashboardsList implements Callable<Integer> {
    private final Installation installation;
    private final Terminal terminal;

    @Mixin Output output = new Output();

    DashboardsList(Installation installation, Terminal terminal) {
        this.installation = installation;
        this.terminal = terminal;
    }

    /** The document. */
    @JsonPropertyOrder({"version", "dashboards"})
    record Listed(int version, List<Dashboard> dashboards) {
        private static final int VERSION = 1;

        Listed {
            dashboards = List.copyOf(dashboards);
        }

        static Listed of(List<Dashboard> dashboards) {
            return new Listed(VERSION, dashboards);
        }

        String table() {
            Table table =
                    new Table()
                            .text("NAME")
                            .text("TITLE")
                            .number("PANELS")
                            .number("QUERIES")
                            .text("DESCRIPTION");
            for (Dashboard one : dashboards) {
                table.row(
                        one.name(),
                        one.title(),
                        Integer.toString(one.panels().size()),
                        Integer.toString(one.queries()),
                        one.says());
            }
            return table.render();
        }
    }

    @Override
    public Integer call() {
        Listed listed = Listed.of(Dashboard.read(Kit.of(installation).dashboards()));
        output.print(terminal, listed::table, listed);
        return ExitCode.DONE;
    }
}
