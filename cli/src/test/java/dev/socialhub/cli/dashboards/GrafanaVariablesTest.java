package dev.socialhub.cli.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.cli.terminal.OperatorError;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrafanaVariablesTest {

    @Test
    void variablesOfGrafanaAndOfTheDashboardAreFilledIn() {
        assertThat(
                        GrafanaVariables.of(
                                "rate(a{s=~\"$service\", t=~\"${service:regex}\"}[$__rate_interval])"
                                        + " + increase(b{c=~\"x$\"}[${__range}])",
                                Map.of("service", ".*")))
                .isEqualTo("rate(a{s=~\".*\", t=~\".*\"}[30s]) + increase(b{c=~\"x$\"}[6h])");
    }

    @Test
    void anUnknownVariableIsNamed() {
        assertThatThrownBy(() -> GrafanaVariables.of("a{s=\"$servise\"}", Map.of("service", ".*")))
                .isInstanceOf(OperatorError.class)
                .hasMessageContaining("$servise");
    }
}
