package dev.socialhub.backing.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to start one process.
 *
 * @param environment variables added to (and winning over) those of the starter
 * @param directory the working directory
 * @param log receives stdout and stderr, appended
 * @param stopSignal what {@link DetachedProcess#stop} sends first
 */
public record Launch(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path directory,
        Path log,
        StopSignal stopSignal) {
    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    public Launch(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path directory,
            Path log) {
        this(name, command, environment, directory, log, StopSignal.TERM);
    }

    /** The same start of another command. */
    public Launch withCommand(List<String> other) {
        return new Launch(name, other, environment, directory, log, stopSignal);
    }

    /** Leaves out the environment, which may hold secrets. */
    @Override
    public String toString() {
        return "Launch[name=" + name + ", command=" + command + ", directory=" + directory + "]";
    }
}
