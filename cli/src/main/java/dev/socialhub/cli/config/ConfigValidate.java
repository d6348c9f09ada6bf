package dev.socialhub.cli.config;

import dev.socialhub.cli.check.CheckLines;
import dev.socialhub.cli.check.CheckResult;
import dev.socialhub.cli.check.CheckTotals;
import dev.socialhub.cli.check.Finding;
import dev.socialhub.cli.context.Contexts;
import dev.socialhub.cli.doctor.Doctor;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.platform.EnvironmentPreview;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Output;
import dev.socialhub.cli.terminal.Terminal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code socialhubctl config validate}. */
@Command(
        name = "validate",
        description = {
            "Check the settings before a start: ports that are valid and all different, values of"
                    + " the expected type, misspelt names, variables without effect, secrets.",
            "",
            "Each problem comes with its fix. Nothing is started or changed. Exits with 0 if no"
                    + " check failed, 3 if one did; warnings don't count."
        },
        footer = {
            "",
            "Examples:",
            "  socialhubctl config validate",
            "  GATEWAY_PORT=80800 socialhubctl config validate",
            "  UPSTREAM_READ_TIMEOUT=soon socialhubctl config validate -o json"
        })
final class ConfigValidate implements Callable<Integer> {
    private final Installation installation;
    private final Contexts contexts;
    private final Terminal terminal;

    @Mixin Output output = new Output();

    ConfigValidate(Installation installation, Contexts contexts, Terminal terminal) {
        this.installation = installation;
        this.contexts = contexts;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        contexts.requireLocal("socialhubctl config validate");
        long begin = System.nanoTime();
        List<CheckResult> results = new ArrayList<>();
        results.add(check("ports", this::ports));
        try {
            results.addAll(settings().of(installation.environment()));
        } catch (OperatorError unbuilt) {
            results.add(ValidateSettings.result("programs", failed(unbuilt)));
        }
        results.add(check("secrets", Doctor.secrets(installation)::examine));
        CheckTotals totals = new CheckTotals(results);
        output.print(
                terminal,
                () -> new CheckLines(terminal, "").of(results),
                ValidationReport.of(results));
        if (output.isHumanReadable()) {
            terminal.say(totals.summary(Duration.ofNanos(System.nanoTime() - begin)));
        }
        return totals.exitCode();
    }

    private Finding ports() {
        return Finding.ok(
                "%d, all different".formatted(new EnvironmentPreview(installation).ports().size()));
    }

    private ValidateSettings settings() {
        Map<String, List<DeclaredSetting>> declared = new TreeMap<>();
        EnvironmentPreview.services()
                .forEach(service ->
                        declared.put(service, DeclaredSettings.of(installation.dist(), service)));
        Set<String> known = new HashSet<>(EnvironmentPreview.portVariables());
        known.addAll(EnvironmentPreview.secretNames());
        // Properties that the launching script passes to the tool.
        known.addAll(List.of("SOCIALHUB_ROOT", "SOCIALHUB_DIST", "SOCIALHUB_COMMAND"));
        ToolSettings.DECLARED.forEach(one -> known.add(one.name()));
        return new ValidateSettings(declared, EnvironmentPreview.computedVariables(), known);
    }

    private static CheckResult check(String name, Supplier<Finding> examination) {
        try {
            return ValidateSettings.result(name, examination.get());
        } catch (OperatorError failure) {
            return ValidateSettings.result(name, failed(failure));
        }
    }

    private static Finding failed(OperatorError failure) {
        return Finding.fail(String.valueOf(failure.getMessage()), failure.fix());
    }
}
