package dev.socialhub.cli.installation;

import dev.socialhub.cli.aot.StartupCaches;
import dev.socialhub.cli.check.ShellText;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The paths of an installation.
 *
 * @param dist the folder with one jar per program and their libraries in {@code lib}
 * @param home the folder of the running platform
 * @param java the executable that runs the services
 * @param environment the operator's variables
 */
public record Installation(Path dist, HomeFolder home, Path java, Map<String, String> environment) {
    public Installation {
        environment = Map.copyOf(environment);
    }

    /**
     * As the launching script specifies it; without the script, from the path of the tool's own
     * jar.
     */
    public static Installation of(Map<String, String> environment) {
        Path dist = path(environment, "SOCIALHUB_DIST", ownFolder());
        Path home =
                path(environment, "SOCIALHUB_HOME", root(dist, environment).resolve(".socialhub"));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new Installation(dist, new HomeFolder(home), java, environment);
    }

    /** The root folder of the sources, with compose file and dashboards. */
    public Path root() {
        return root(dist, environment);
    }

    /** The environment of a program that is started: the operator's, with the program's own. */
    public Map<String, String> environmentWith(Map<String, String> own) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(own);
        return all;
    }

    /** What the operator typed to reach this tool, as a word of a command that can be pasted. */
    public String command() {
        return ShellText.word(environment.getOrDefault("SOCIALHUB_COMMAND", "socialhubctl"));
    }

    /** The start-up caches of its platform. */
    public StartupCaches caches() {
        return new StartupCaches(home.caches(), dist, environment);
    }

    private static Path root(Path dist, Map<String, String> environment) {
        return path(environment, "SOCIALHUB_ROOT", dist.resolve("../..").normalize());
    }

    private static Path path(Map<String, String> environment, String variable, Path fallback) {
        String value = environment.getOrDefault(variable, "");
        return (value.isEmpty() ? fallback : Path.of(value)).toAbsolutePath().normalize();
    }

    private static Path ownFolder() {
        try {
            Path code =
                    Path.of(
                            Installation.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            return code.toAbsolutePath().resolveSibling("");
        } catch (URISyntaxException noPath) {
            throw new OperatorError(
                    ExitCode.FAILED,
                    "the folder of socialhubctl can't be determined",
                    "set SOCIALHUB_DIST to the folder that holds socialhubctl.jar",
                    noPath);
        }
    }
}
