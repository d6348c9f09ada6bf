package dev.socialhub.cli.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrometheusProgramsTest {
    @TempDir Path folder;

    @Test
    void theOneInItsOwnFolderIsPreferred() throws IOException {
        Path path = program("bin", "promtool");
        Path home = program("home", "promtool");
        String all = folder.resolve("none") + ":" + path.getParent();
        assertThat(new PrometheusPrograms(Map.of("PATH", all)).promtool()).isEqualTo(path);
        assertThat(
                        new PrometheusPrograms(
                                        Map.of(
                                                "PATH",
                                                all,
                                                "PROMETHEUS_HOME",
                                                String.valueOf(home.getParent())))
                                .promtool())
                .isEqualTo(home);
    }

    @Test
    void whereThereIsNoneItSaysWhatToInstall() {
        assertThatThrownBy(() -> new PrometheusPrograms(Map.of("PATH", "")).prometheus())
                .isInstanceOfSatisfying(
                        OperatorError.class,
                        error -> {
                            assertThat(error.exitCode()).isEqualTo(ExitCode.PLATFORM_UNAVAILABLE);
                            assertThat(error.fix()).contains("apt-get install", "--prometheus URL");
                        });
    }

    private Path program(String in, String name) throws IOException {
        Path file = Files.createDirectories(folder.resolve(in)).resolve(name);
        Files.writeString(file, "");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
