package dev.socialhub.cli.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequiredVariablesTest {

    @TempDir Path folder;

    @Test
    void listsVariablesWithoutADefaultOnce() throws IOException {
        Path file = folder.resolve("docker-compose.yml");
        Files.writeString(
                file,
                """
                # ${COMMENT_KEY:?no}
                a: ${ONE_KEY:?run that}
                b: "${TWO_PASSWORD?run that} and ${ONE_KEY:?again}"
                c: ${WITH_DEFAULT:-8080} ${PLAIN} $$PORT
                """);
        assertThat(RequiredVariables.of(file).names()).containsExactly("ONE_KEY", "TWO_PASSWORD");
    }

    @Test
    void requiresAComposeFile() {
        assertThatThrownBy(() -> RequiredVariables.of(folder.resolve("docker-compose.yml")))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("doesn't exist");
    }
}
