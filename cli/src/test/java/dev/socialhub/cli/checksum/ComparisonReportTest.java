package dev.socialhub.cli.checksum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.cli.checksum.ComparisonReport.Changed;
import dev.socialhub.cli.checksum.ComparisonReport.Held;
import dev.socialhub.cli.terminal.Documents;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.OutputFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonReportTest {
    private static final ChecksumReport BEFORE =
            ChecksumReport.of(
                    List.of(
                            new TableChecksum("auth", "account", 3, "aa"),
                            new TableChecksum("posts", "edge", 7, "bb"),
                            new TableChecksum("posts", "post", 5, "cc")));

    @TempDir Path folder;

    @Test
    void readsWhatItHasWritten() throws IOException {
        assertThat(ChecksumReport.read(written(Documents.write(OutputFormat.json, BEFORE))))
                .isEqualTo(BEFORE);
    }

    @Test
    void namesChangedAddedAndRemovedParts() {
        ChecksumReport now =
                ChecksumReport.of(
                        List.of(
                                new TableChecksum("auth", "account", 3, "aa"),
                                new TableChecksum("posts", "post", 5, "c0"),
                                new TableChecksum("posts", "like", 1, "dd")));

        ComparisonReport report = ComparisonReport.between(BEFORE, now, List.of("auth", "posts"));

        assertThat(report.equal()).isFalse();
        assertThat(report.differences())
                .containsExactly(
                        new Changed("posts", "edge", new Held(7, "bb"), null),
                        new Changed("posts", "like", null, new Held(1, "dd")),
                        new Changed("posts", "post", new Held(5, "cc"), new Held(5, "c0")));
        assertThat(report.table().lines()).hasSize(4);
    }

    @Test
    void comparesOnlyTheGivenServices() {
        ChecksumReport now =
                ChecksumReport.of(List.of(new TableChecksum("auth", "account", 3, "aa")));

        assertThat(ComparisonReport.between(BEFORE, now, List.of("auth")).equal()).isTrue();
        assertThat(ComparisonReport.between(BEFORE, now, List.of("posts")).differences())
                .hasSize(2);
    }

    @Test
    void refusesOtherFiles() throws IOException {
        for (String text :
                List.of(
                        "",
                        "{}",
                        "[1]",
                        "{\"version\":2,\"parts\":[]}",
                        "{\"version\":1,\"parts\":null}",
                        "{\"version\":1,\"parts\":[{\"service\":\"a\"}]}")) {
            Path file = written(text);
            assertThatThrownBy(() -> ChecksumReport.read(file))
                    .as(text)
                    .isInstanceOfSatisfying(
                            OperatorError.class,
                            error -> assertThat(error.exitCode()).isEqualTo(ExitCode.FAILED));
        }
        assertThatThrownBy(() -> ChecksumReport.read(folder.resolve("nowhere")))
                .isInstanceOfSatisfying(
                        OperatorError.class,
                        error -> assertThat(error.exitCode()).isEqualTo(ExitCode.NOT_FOUND));
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("before.json"), text);
    }
}
