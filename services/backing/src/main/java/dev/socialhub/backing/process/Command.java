package dev.socialhub.backing.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Runs a short program to its end. */
public final class Command {
    private Command() {}

    /** How it ended; -1 if it could not be started at all. */
    public record Outcome(int exit, String output) {
        public boolean succeeded() {
            return exit == 0;
        }

        /** The last line that says something: programs put their complaint there. */
        public String lastLine() {
            return output.lines().filter(line -> !line.isBlank()).reduce("", (a, b) -> b).strip();
        }
    }

    /** Runs it with both output streams joined; variables are added to the environment. */
    public static Outcome run(List<String> command, Map<String, String> variables) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(variables);
            var process = builder.start();
            process.getOutputStream().close();
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            return new Outcome(-1, command.getFirst() + " could not be run");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(-1, command.getFirst() + " was interrupted");
        }
    }

    public static Outcome run(List<String> command) {
        return run(command, Map.of());
    }
}
