package dev.socialhub.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "./socialhubctl",
                "/a folder/socialhubctl",
                "it's",
                "$(false)`false`\"\\",
                "~/x",
                "a;b&c|d>e",
                "*",
                "häuser",
                "two\nlines",
                ""
            })
    void aWordIsUnchangedByTheShell(String word) throws Exception {
        Process shell =
                new ProcessBuilder("/bin/sh", "-c", "printf %s " + ShellText.word(word)).start();
        assertThat(shell.getInputStream().readAllBytes())
                .isEqualTo(word.getBytes(StandardCharsets.UTF_8));
        assertThat(shell.waitFor()).isZero();
    }
}
