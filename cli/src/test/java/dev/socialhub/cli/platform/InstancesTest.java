package dev.socialhub.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.cli.terminal.OperatorError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstancesTest {
    @Test
    void areGivenOneByOneOrTogetherAndTheLastValueWins() {
        assertThat(Instances.requested(List.of("posts=2,users=9", " auth=1 ", "posts=3")).counts())
                .isEqualTo(Map.of("posts", 3, "users", 9, "auth", 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "posts | 2 | --instances is 'posts'",
                "posts= | 2 | --instances is 'posts='",
                "posts=two | 2 | --instances is 'posts=two'",
                "posts=-1 | 2 | --instances is 'posts=-1'",
                "posts=2, | 2 | --instances is 'posts=2,'",
                "posts=0 | 2 | --instances asks for 0 of posts",
                "posts=10 | 2 | --instances asks for 10 of posts",
                "gateway=2 | 2 | there is only one gateway on a platform",
                "kafka=3 | 2 | there is only one kafka on a platform",
                "mail=2 | 4 | there is no service named 'mail'"
            })
    void refusesInvalidOptions(String option, int exitCode, String message) {
        assertThatThrownBy(() -> Instances.requested(List.of(option)))
                .isInstanceOfSatisfying(
                        OperatorError.class,
                        error -> assertThat(error.exitCode()).isEqualTo(exitCode))
                .hasMessage(message);
    }

    @Test
    void otherServicesKeepTheirNumbers() {
        Instances before = new Instances(Map.of("posts", 2, "users", 3));
        assertThat(before.with(Instances.requested(List.of("users=1"))).counts())
                .isEqualTo(Map.of("posts", 2, "users", 1));
    }

    @Test
    void includeRunningProcesses() {
        Instances known =
                Instances.DEFAULT.including(List.of("posts", "posts-3", "redis", "gateway-2"));
        assertThat(known.counts()).isEqualTo(Map.of("posts", 3));
    }
}
