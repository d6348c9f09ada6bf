package dev.socialhub.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Whose help {@code --help} shows, and that its examples are real. */
class HelpTest {
    private final CommandLine commands = AllCommands.tree();

    static Stream<List<String>> everyCommand() {
        return AllCommands.paths().stream();
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void helpIsOfTheCommandThatWasTyped(List<String> path) {
        String typed =
                Stream.concat(Stream.of("socialhubctl"), path.stream()).collect(joining(" "));
        assertThat(help(path)).contains("Usage: " + typed + " ");
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void helpHasTwoOrMoreExamplesThatParse(List<String> path) {
        List<String> examples =
                help(path)
                        .lines()
                        .dropWhile(line -> !line.equals("Examples:"))
                        .filter(line -> line.startsWith("  "))
                        .map(String::strip)
                        .toList();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(2);
        for (String example : examples) {
            List<String> words =
                    Stream.of(example.replaceAll("\\s+#.*", "").split("\\s+"))
                            .dropWhile(word -> word.matches("[A-Z_]+=\\S*"))
                            .toList();
            assertThat(words.getFirst()).isEqualTo("socialhubctl");
            List<String> arguments = words.subList(1, words.size());
            CommandLine.ParseResult parsed = commands.parseArgs(arguments.toArray(String[]::new));
            assertThat(parsed.errors()).isEmpty();
            if (!path.isEmpty()) {
                assertThat(arguments).startsWith(path.toArray(String[]::new));
            }
        }
    }

    private String help(List<String> path) {
        List<String> arguments = new ArrayList<>(path);
        arguments.add("--help");
        CommandOutcome outcome =
                AllCommands.run(Path.of("/nonexistent"), arguments.toArray(String[]::new));
        assertThat(outcome.exitCode()).isZero();
        return outcome.out();
    }
}
