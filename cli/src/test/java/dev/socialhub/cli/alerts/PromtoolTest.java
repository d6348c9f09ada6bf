package dev.socialhub.cli.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromtoolTest {
    private static final String FAILED =
            """
            Unit Testing:  bus.yml
              FAILED:
                name: OutboxAge fires: Kafka takes nothing,
                alertname: OutboxAge, time: 3m,\s
                    exp:[
                        0:
                          Labels:{alertname="OutboxAge", severity="page"}
                          Annotations:{summary="expr: \\"x\\", time: 1m"}
                        ],\s
                    got:[]
                expr: "round(a:b:rate5m, 0.1)", time: 65m,
                    exp: {group="posts"} 7E+00
                    got: {group="posts"} 1E-02
            """;

    @Test
    void failuresAreFoundByAlertAndExpression() {
        Promtool.Outcome outcome = Promtool.read(false, FAILED);
        assertThat(outcome.failures())
                .containsOnlyKeys("OutboxAge", "round(a:b:rate5m, 0.1)")
                .containsEntry("OutboxAge", "3m");
        assertThat(outcome.trouble()).isEmpty();
    }

    @Test
    void aCompleteFailureIsNamedInItsLastLine() {
        Promtool.Outcome outcome =
                Promtool.read(false, "Unit Testing:  bus.yml\n  FAILED:\n1:80: parse error\n\n");
        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.trouble()).isEqualTo("1:80: parse error");
    }

    @Test
    void successHasNoFailures() {
        Promtool.Outcome outcome = Promtool.read(true, "Unit Testing:  bus.yml\n  SUCCESS\n");
        assertThat(outcome.failures()).isEmpty();
        assertThat(outcome.trouble()).isEmpty();
    }
}
