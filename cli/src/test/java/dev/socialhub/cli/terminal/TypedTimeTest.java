package dev.socialhub.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTimeTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        "90s, 2026-03-02T11:58:30Z",
        "15m, 2026-03-02T11:45:00Z",
        "1h, 2026-03-02T11:00:00Z",
        "7d, 2026-02-23T12:00:00Z",
        "2026-01-31, 2026-01-31T00:00:00Z",
        "2026-01-31T10:00:00Z, 2026-01-31T10:00:00Z",
        "2026-01-31T10:00:00+02:00, 2026-01-31T08:00:00Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z"
    })
    void readsTimesAndAges(String text, Instant expected) {
        assertThat(TypedTime.parse(text, CLOCK)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "25000d",
                "999999999d",
                "1969-12-31",
                "1969-12-31T23:59:59.999Z",
                "1970-01-01T00:00:00+01:00",
                "-9999-01-01T00:00:00Z",
                "-999999999-01-01T00:00:00Z"
            })
    void takesWhatLiesBefore1970AsTheBeginning(String text) {
        assertThat(TypedTime.parse(text, CLOCK)).isEqualTo(Instant.EPOCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "-1h",
                "1w",
                "1234567890d",
                "2026-02-30",
                "2026-01-31T10:00:00",
                "+10000-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59Z"
            })
    void refusesWhatIsNone(String text) {
        assertThatExceptionOfType(OperatorError.class)
                .isThrownBy(() -> TypedTime.parse(text, CLOCK))
                .satisfies(error -> assertThat(error.exitCode()).isEqualTo(ExitCode.WRONG_USAGE));
    }

    @Test
    void readsLengths() {
        assertThat(TypedTime.length("90s")).isEqualTo(Duration.ofSeconds(90));
        assertThat(TypedTime.length("36500d")).isEqualTo(Duration.ofDays(36_500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-31", "36501d", "999999999d", "999999999h"})
    void refusesWhatIsNoLengthOrNoneToWaitFor(String text) {
        assertThatExceptionOfType(OperatorError.class)
                .isThrownBy(() -> TypedTime.length(text))
                .satisfies(error -> assertThat(error.exitCode()).isEqualTo(ExitCode.WRONG_USAGE));
    }
}
