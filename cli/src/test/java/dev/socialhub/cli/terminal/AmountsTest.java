package dev.socialhub.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "1023, 1023 B",
        "1024, 1.0 KB",
        "1048575, 1.0 MB",
        "12897484, 12.3 MB",
        "2147483648, 2.0 GB"
    })
    void writesBytesInTheNearestUnit(long bytes, String text) {
        assertThat(Amounts.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "450, 0.5 s",
        "4200, 4.2 s",
        "15000, 15 s",
        "185000, 3m 05s",
        "7380000, 2h 03m",
        "435600000, 5d 01h"
    })
    void writesDurationsInTwoUnitsAtMost(long millis, String text) {
        assertThat(Amounts.duration(Duration.ofMillis(millis))).isEqualTo(text);
    }
}
