package dev.socialhub.cli.man;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.cli.AllCommands;
import dev.socialhub.cli.CommandOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script in a real bash. */
class CompletionTest {
    @TempDir Path folder;

    private Path script;

    @BeforeEach
    void print() throws IOException {
        CommandOutcome outcome = AllCommands.run(folder, "completion", "bash");
        assertThat(outcome.exitCode()).isZero();
        script = Files.writeString(folder.resolve("completion.bash"), outcome.out());
    }

    @Test
    void bashUnderstandsItAndKnowsWhatToCompleteBy() throws Exception {
        assertThat(bash("bash -n '%s'".formatted(script))).isEmpty();
        assertThat(bash("source '%s'; complete -p socialhubctl".formatted(script)))
                .singleElement()
                .satisfies(line -> assertThat(line).endsWith(" socialhubctl"));
    }

    @Test
    void completesNouns() throws Exception {
        assertThat(completed("topi")).containsExactly("topics");
    }

    @Test
    void completesVerbs() throws Exception {
        assertThat(completed("topics", "di")).contains("diff");
    }

    @Test
    void completesOptionsAndTheirValues() throws Exception {
        assertThat(completed("status", "--ou")).contains("--output");
        assertThat(completed("status", "--output", "js")).containsExactly("json");
    }

    @Test
    void completesNamesOfServices() throws Exception {
        assertThat(completed("logs", "noti")).contains("notifications");
        assertThat(completed("restart", "mon")).contains("mongodb");
    }

    /** What the last word may become. */
    private List<String> completed(String... words) throws Exception {
        return bash(
                """
                source '%s'
                # Bash's own, which only works while somebody presses Tab.
                compopt() { :; }
                COMP_WORDS=(socialhubctl %s)
                COMP_CWORD=%d
                COMP_LINE="${COMP_WORDS[*]}"
                COMP_POINT=${#COMP_LINE}
                function=$(complete -p socialhubctl | sed 's/.*-F \\([^ ]*\\).*/\\1/')
                $function
                printf '%%s\\n' "${COMPREPLY[@]}"
                """
                        .formatted(script, String.join(" ", words), words.length));
    }

    private List<String> bash(String commands) throws IOException, InterruptedException {
        Process bash =
                new ProcessBuilder("bash", "--norc", "-c", commands)
                        .redirectErrorStream(true)
                        .start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(said).isZero();
        return said.lines().map(String::strip).toList();
    }
}
