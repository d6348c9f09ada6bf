package dev.socialhub.cli.observability;

import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder {@code observability}: the configuration of Prometheus and Grafana for the platform.
 */
public record Kit(Path folder) {
    /**
     * The folder of this installation.
     *
     * @throws OperatorError (not found) if it doesn't exist
     */
    public static Kit of(Installation installation) {
        Path folder = installation.root().resolve("observability");
        if (!Files.isDirectory(folder)) {
            throw new OperatorError(
                    ExitCode.NOT_FOUND,
                    folder + " is missing",
                    "set SOCIALHUB_ROOT to the folder of the repository, which has it");
        }
        return new Kit(folder);
    }

    /** One JSON file for each dashboard. */
    public List<Path> dashboards() {
        return files(folder.resolve("grafana").resolve("dashboards"), ".json");
    }

    /** Prometheus's rule files. */
    public List<Path> rules() {
        return files(folder.resolve("prometheus").resolve("rules"), ".yml");
    }

    /** Their tests, for {@code promtool test rules}. */
    public List<Path> ruleTests() {
        return files(folder.resolve("prometheus").resolve("tests"), ".yml");
    }

    /** The runbook of an alert. */
    public Path runbook(String name) {
        return folder.resolve("runbooks").resolve(name);
    }

    /** All runbooks. */
    public List<Path> runbooks() {
        return files(folder.resolve("runbooks"), ".md");
    }

    /** The list of all meters. */
    public Path meters() {
        return folder.resolve("metrics.yml");
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
