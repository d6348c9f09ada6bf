package dev.socialhub.cli.man;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.socialhub.cli.AllCommands;
import dev.socialhub.cli.CommandOutcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class ManPageTest {
    private static final Path GROFF = Path.of("/usr/bin/groff");

    @TempDir Path folder;

    /** Full of text that roff would interpret. */
    @Command(
            name = "odd",
            description = {".starts with a dot", "'starts with an apostrophe", "C:\\new \"x\" …"},
            footer = {"", "Examples:", "  odd --dry-run ~/x '^a'"})
    static final class Odd {
        @Option(
                names = {"-n", "--dry-run"},
                defaultValue = "100",
                paramLabel = "LINES",
                description = "How many (${DEFAULT-VALUE}).")
        int lines;
    }

    static Stream<List<String>> shown() {
        return AllCommands.paths().stream()
                .filter(path ->
                        !AllCommands.command(path).getCommandSpec().usageMessage().hidden());
    }

    @Test
    void escapesText() {
        assertThat(new ManPage(new CommandLine(new Odd()), "Odd 1").text())
                .contains("\n\\&.starts with a dot\n")
                .contains("\n\\(aqstarts with an apostrophe\n")
                .contains("\nC:\\enew \"x\" \\[u2026]\n")
                .contains("\n\\fB\\-n, \\-\\-dry\\-run=LINES\\fR\nHow many (100).\n")
                .contains("\n.nf\nodd \\-\\-dry\\-run \\(ti/x \\(aq\\(haa\\(aq\n.fi\n");
    }

    @Test
    void everyCommandHasAPageNamedByItsPath() {
        CommandOutcome outcome =
                AllCommands.run(folder, "make-man-pages", folder.resolve("man1").toString());
        assertThat(outcome.exitCode()).isZero();
        assertThat(shown())
                .allSatisfy(path ->
                        assertThat(folder.resolve("man1").resolve(fileOf(path))).isNotEmptyFile());
        assertThat(folder.resolve("man1/socialhubctl-make-caches.1")).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("shown")
    void groffReadsItWithoutAWarning(List<String> path) throws Exception {
        assumeTrue(Files.isExecutable(GROFF), GROFF + " is missing: nobody can read the pages");
        Path page = folder.resolve(fileOf(path));
        Files.writeString(page, new ManPage(AllCommands.command(path), "SocialHub").text());
        Process groff =
                new ProcessBuilder(GROFF.toString(), "-man", "-ww", "-z", "-Kutf8", page.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(groff.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(groff.waitFor()).as(said).isZero();
        assertThat(said).isEmpty();
    }

    private static String fileOf(List<String> path) {
        return String.join("-", Stream.concat(Stream.of("socialhubctl"), path.stream()).toList())
                + ".1";
    }
}
