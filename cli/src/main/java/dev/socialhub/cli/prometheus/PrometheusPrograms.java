package dev.socialhub.cli.prometheus;

import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The paths of Prometheus's programs: in the folder PROMETHEUS_HOME, or else on the PATH. */
public record PrometheusPrograms(Map<String, String> environment) {
    public PrometheusPrograms {
        environment = Map.copyOf(environment);
    }

    /** The server. */
    public Path prometheus() {
        return find("prometheus", ", or name a running one with --prometheus URL");
    }

    /** The program that tests rules. */
    public Path promtool() {
        return find("promtool", "");
    }

    private Path find(String program, String otherwise) {
        String home = environment.getOrDefault("PROMETHEUS_HOME", "");
        List<String> folders =
                home.isEmpty()
                        ? List.of(
                                environment
                                        .getOrDefault("PATH", "")
                                        .split(Pattern.quote(File.pathSeparator), -1))
                        : List.of(home);
        return folders.stream()
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> Stream.of(Path.of(folder, program)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new OperatorError(
                                ExitCode.PLATFORM_UNAVAILABLE,
                                program
                                        + (home.isEmpty()
                                                ? " isn't on the PATH"
                                                : " isn't in PROMETHEUS_HOME, " + home),
                                "install Prometheus (on Debian: apt-get install"
                                        + " --no-install-recommends prometheus), or set"
                                        + " PROMETHEUS_HOME to its folder"
                                        + otherwise));
    }
}
