package dev.socialhub.cli.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeterCatalogueTest {
    @TempDir Path folder;

    @Test
    void aMeterHasTheSeriesOfItsKind() throws IOException {
        Path file = folder.resolve("metrics.yml");
        Files.writeString(
                file,
                """
                meters:
                  - {name: a_total, kind: counter}
                  - {name: b_seconds, kind: timer}
                libraries:
                  - {name: c_seconds, kind: histogram}
                """);
        MeterCatalogue catalogue = MeterCatalogue.read(file, List.of());
        assertThat(unknown(catalogue, "a_total + b_seconds_max + c_seconds_bucket + up")).isEmpty();
        assertThat(unknown(catalogue, "a_total_count + b_seconds_bucket + c_seconds + x"))
                .containsExactly("a_total_count", "b_seconds_bucket", "c_seconds", "x");
    }

    @Test
    void whatRulesRecordIsKnown() throws IOException {
        Path rules = folder.resolve("rules.yml");
        Files.writeString(
                rules,
                """
                groups:
                  - name: one
                    rules:
                      - {record: "a:b:rate5m", expr: sum(c)}
                      - {alert: Late, expr: c > 1, for: 5m, labels: {severity: page}}
                """);
        Path file = Files.writeString(folder.resolve("metrics.yml"), "meters: []\n");
        List<Rule> read = Rule.read(List.of(rules));
        assertThat(read).extracting(Rule::holds).containsExactly("0s", "5m");
        assertThat(unknown(MeterCatalogue.read(file, read), "a:b:rate5m + Late"))
                .containsExactly("Late");
    }

    @Test
    void reportsAFileThatIsNotYaml() throws IOException {
        Path file = Files.writeString(folder.resolve("metrics.yml"), "meters: [\n");
        assertThatThrownBy(() -> MeterCatalogue.read(file, List.of()))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("metrics.yml can't be read");
    }

    private static List<String> unknown(MeterCatalogue catalogue, String expression) {
        return catalogue.unknown(new Expression(expression));
    }
}
