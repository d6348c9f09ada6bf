package dev.socialhub.cli.man;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.cli.AllCommands;
import dev.socialhub.cli.CapturedTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelpTextsTest {
    @TempDir Path folder;

    @Test
    void areWhatHelpPrintsInAPipeAndOnATerminal() throws IOException {
        assertThat(AllCommands.run(folder, "make-help-texts", folder.toString()).exitCode())
                .isZero();
        for (List<String> path : AllCommands.paths()) {
            String page = String.join("/", asked("socialhubctl", path, ""));
            if (AllCommands.command(path).getCommandSpec().usageMessage().hidden()) {
                assertThat(folder.resolve(page + ".txt")).doesNotExist();
                continue;
            }
            assertThat(Files.readString(folder.resolve(page + ".txt")))
                    .as(page)
                    .isEqualTo(help(CapturedTerminal.plain(), path));
            assertThat(Files.readString(folder.resolve(page + ".ansi")))
                    .as(page)
                    .isEqualTo(help(CapturedTerminal.coloured(), path));
        }
    }

    private String help(CapturedTerminal terminal, List<String> path) {
        String[] words = asked("", path, "--help").toArray(String[]::new);
        assertThat(AllCommands.tree(folder, terminal.terminal()).execute(words)).isZero();
        return terminal.out();
    }

    private static List<String> asked(String first, List<String> path, String last) {
        List<String> words = new ArrayList<>(List.of(first));
        words.addAll(path);
        words.add(last);
        words.removeIf(String::isEmpty);
        return words;
    }
}
