package dev.socialhub.cli.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpositionTest {
    @Test
    void readsLabelsWithBracesQuotesAndCommas() {
        Exposition told =
                Exposition.parse("a_total{uri=\"/x/{id}\",why=\"say \\\"no\\\", twice\"} 4.0\n");
        assertThat(told.samples())
                .containsExactly(
                        new Exposition.Sample(
                                "a_total",
                                Map.of("uri", "/x/{id}", "why", "say \\\"no\\\", twice"),
                                4));
    }

    @Test
    void leavesOutWhatIsNoSampleOrNoNumber() {
        Exposition told = Exposition.parse("# HELP a what\n\nnot a sample at all\na NaN\na 2\n");
        assertThat(told.sum("a", _ -> true)).isEqualTo(2);
        assertThat(told.has("b")).isFalse();
    }
}
