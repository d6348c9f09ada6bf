package dev.socialhub.cli.alerts;

import dev.socialhub.backing.process.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs {@code promtool}, and extracts from its output which alert or expression has failed. */
record Promtool(Path program) {
    private static final Pattern FAILURE =
            Pattern.compile("(?m)^\\s*(?:alertname: (\\w+)|expr: \"(.*)\"), time: (\\w+)");

    /**
     * The result of the tests in a file.
     *
     * @param failures for each alert or expression that failed, the time at which it was evaluated
     * @param trouble what is wrong with the file as a whole; empty if nothing is
     */
    record Outcome(Map<String, String> failures, String trouble) {
        Outcome {
            failures = Map.copyOf(failures);
        }
    }

    /** What is wrong with rule files; empty if nothing is. */
    String check(List<Path> rules) {
        List<String> command = new ArrayList<>(List.of(program.toString(), "check", "rules"));
        rules.forEach(file -> command.add(file.toString()));
        Command.Outcome outcome = Command.run(command);
        return outcome.succeeded() ? "" : outcome.lastLine();
    }

    /** Runs the tests of a file. */
    Outcome test(Path tests) {
        Command.Outcome outcome = Command.run(testCommand(tests));
        return read(outcome.succeeded(), outcome.output());
    }

    /** The command as an operator types it, to see the whole output. */
    List<String> testCommand(Path tests) {
        return List.of(program.toString(), "test", "rules", tests.toString());
    }

    static Outcome read(boolean succeeded, String output) {
        Map<String, String> failures = new LinkedHashMap<>();
        if (succeeded) {
            return new Outcome(failures, "");
        }
        Matcher failure = FAILURE.matcher(output);
        while (failure.find()) {
            String name = failure.group(1) == null ? failure.group(2) : failure.group(1);
            failures.putIfAbsent(name, failure.group(3));
        }
        String last =
                output.lines().filter(line -> !line.isBlank()).reduce("", (a, b) -> b).strip();
        return new Outcome(failures, failures.isEmpty() ? last : "");
    }
}
