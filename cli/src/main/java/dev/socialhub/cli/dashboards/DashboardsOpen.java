package dev.socialhub.cli.dashboards;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.socialhub.backing.process.Command.Outcome;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.observability.Kit;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Terminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code socialhubctl dashboards open}. */
@Command(
        name = "open",
        description = {
            "Print the address of a dashboard in Grafana; on a desktop, open it in the browser.",
            "",
            "Grafana's own address is GRAFANA_URL, http://127.0.0.1:3000 by default. The command"
                    + " doesn't check that Grafana answers there. Exits with 0, 4 if there is no"
                    + " such dashboard."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl dashboards open",
            "  socialhubctl dashboards open bus",
            "  GRAFANA_URL=https://grafana.example.org socialhubctl dashboards open jvm"
        })
final class DashboardsOpen implements Callable<Integer> {
    private static final String DEFAULT_URL = "http://127.0.0.1:3000";
    private static final Path OPENER = Path.of("/usr/bin/xdg-open");

    private final Installation installation;
    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            defaultValue = "overview",
            description = "As `dashboards list` names it (${DEFAULT-VALUE}).")
    String name = "overview";

    @Mixin Output output = new Output();

    DashboardsOpen(Installation installation, Terminal terminal) {
        this.installation = installation;
        this.terminal = terminal;
    }

    /** The document. */
    @JsonPropertyOrder({"version", "dashboard", "url"})
    record Shown(int version, String dashboard, String url) {}

    @Override
    public Integer call() {
        List<Dashboard> all = Dashboard.read(Kit.of(installation).dashboards());
        Dashboard chosen =
                all.stream()
                        .filter(one -> one.name().equals(name) || one.uid().equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                new OperatorError(
                                        ExitCode.NOT_FOUND,
                                        "there is no dashboard named '"
                                                + name.replaceAll("\\p{Cntrl}", "?")
                                                + "'",
                                        "choose from "
                                                + String.join(
                                                        ", ",
                                                        all.stream()
                                                                .map(Dashboard::name)
                                                                .toList())));
        String url = grafana().replaceAll("/+$", "") + "/d/" + chosen.uid();
        output.print(terminal, () -> url + "\n", new Shown(1, chosen.name(), url));
        if (output.isHumanReadable() && onDesktop()) {
            Outcome opened =
                    dev.socialhub.backing.process.Command.run(List.of(OPENER.toString(), url));
            if (!opened.succeeded()) {
                terminal.say("no browser could be opened: " + opened.lastLine());
            }
        }
        return ExitCode.DONE;
    }

    private String grafana() {
        String url = installation.environment().getOrDefault("GRAFANA_URL", "");
        return url.isEmpty() ? DEFAULT_URL : url;
    }

    /** In a pipe, or on a remote machine, an opened browser would not be seen. */
    private boolean onDesktop() {
        Map<String, String> environment = installation.environment();
        boolean display =
                !environment.getOrDefault("DISPLAY", "").isEmpty()
                        || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
        return display && terminal.redrawsResults() && Files.isExecutable(OPENER);
    }
}
