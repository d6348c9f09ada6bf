package dev.socialhub.cli.config;

import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.machine.ProcessEnvironment;
import dev.socialhub.cli.platform.EnvironmentPreview;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code socialhubctl config show}. */
@Command(
        name = "show",
        description = {
            "Show the settings of the services and of this tool: value, meaning and source.",
            "",
            "The source is environment, secrets.env, ports.json, up (computed at each start), or"
                    + " the program's default. Without --all, only settings that differ from their"
                    + " default are shown. Secrets are masked. If a process runs with another"
                    + " value than a start would give it now, both are shown. Works whether the"
                    + " platform runs or not; exits with 4 if a name is unknown."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl config show",
            "  socialhubctl config show auth gateway --all",
            "  LOG_LEVEL=DEBUG socialhubctl config show posts -o json   # what would a restart change?"
        })
final class ConfigShow implements Callable<Integer> {
    private final Installation installation;
    private final Contexts contexts;
    private final Terminal terminal;

    @Parameters(
            paramLabel = "SVC",
            arity = "0..*",
            description = "Services, or socialhubctl for this tool; none means all.")
    List<String> names = List.of();

    @Option(names = "--all", description = "Show the defaults as well.")
    boolean all;

    @Mixin Output output = new Output();

    ConfigShow(Installation installation, Contexts contexts, Terminal terminal) {
        this.installation = installation;
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        contexts.requireLocal("socialhubctl config show");
        rejectUnknown();
        ConfigReport report = ConfigReport.of(settings(installation, names), all);
        output.print(terminal, report::table, report);
        if (output.isHumanReadable()) {
            if (report.defaults() > 0) {
                terminal.say(
                        "%d more are at their defaults: --all shows them."
                                .formatted(report.defaults()));
            }
            if (!report.outdated().isEmpty()) {
                terminal.say(
                        "`socialhubctl restart %s` applies what has changed."
                                .formatted(String.join(" ", report.outdated())));
            }
        }
        return ExitCode.DONE;
    }

    /**
     * @param names of services; empty for all
     */
    static List<Setting> settings(Installation installation, List<String> names) {
        EnvironmentPreview preview = new EnvironmentPreview(installation);
        ResolveSettings resolve =
                new ResolveSettings(
                        installation.environment(), new ProcessEnvironment(Path.of("/proc")));
        List<Setting> settings = new ArrayList<>();
        for (EnvironmentPreview.Start start : preview.starts()) {
            if (names.isEmpty() || names.contains(start.service())) {
                settings.addAll(
                        resolve.of(
                                start, DeclaredSettings.of(installation.dist(), start.service())));
            }
        }
        if (names.isEmpty() || names.contains(ToolSettings.NAME)) {
            settings.addAll(ToolSettings.of(installation, preview));
        }
        return settings;
    }

    private void rejectUnknown() {
        List<String> known = new ArrayList<>(EnvironmentPreview.services());
        known.add(ToolSettings.NAME);
        for (String name : names) {
            if (!known.contains(name)) {
                throw new OperatorError(
                        ExitCode.NOT_FOUND,
                        "there is no service named '" + name + "'",
                        "choose from " + String.join(", ", known));
            }
        }
    }
}
