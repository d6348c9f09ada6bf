package dev.socialhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.cli.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No command ends well when its result was lost. */
class LostResultsTest {
    @TempDir Path home;

    private final StringWriter err = new StringWriter();

    static Stream<List<String>> everyCommand() {
        return AllCommands.paths().stream();
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void helpOnAFullDiskIsAFailure(List<String> path) {
        List<String> words = new ArrayList<>(path);
        words.add("--help");
        assertThat(run("No space left on device", words)).isEqualTo(1);
        assertThat(err.toString())
                .isEqualTo(
                        "socialhubctl: the result can't be written (No space left on device): free"
                                + " space where standard output goes, or send it elsewhere\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "version",
                "version -o json",
                "completion bash",
                "schema",
                "schema version",
                "status",
                "status -o yaml",
                "doctor",
                "context list",
                "load history -o json"
            })
    void resultsOnAFullDiskAreAFailure(String call) {
        assertThat(run("No space left on device", List.of(call.split(" ")))).isEqualTo(1);
        assertThat(err.toString()).contains("the result can't be written");
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "completion bash", "--help"})
    void aReaderThatClosesThePipeIsNoFailure(String call) {
        assertThat(run("Broken pipe", List.of(call.split(" ")))).isZero();
        assertThat(err.toString()).isEmpty();
    }

    private int run(String failure, List<String> words) {
        OutputStream broken =
                new OutputStream() {
                    @Override
                    public void write(int octet) throws IOException {
                        throw new IOException(failure);
                    }
                };
        Terminal terminal = Terminal.of(broken, new PrintWriter(err, true), false, false, false);
        return AllCommands.tree(home, terminal).execute(words.toArray(String[]::new));
    }
}
