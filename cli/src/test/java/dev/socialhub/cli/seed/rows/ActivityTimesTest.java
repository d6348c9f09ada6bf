package dev.socialhub.cli.seed.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ActivityTimesTest {
    private static final long BEGIN = 1_759_276_800_000L;

    @Test
    void usersAreInactiveAtNightInTheirTimeZone() {
        for (int hours : new int[] {-5, 0, 9}) {
            int[] byHour = new int[24];
            SeededRandom random = SeededRandom.of(hours);
            for (int i = 0; i < 20_000; i++) {
                long at =
                        ActivityTimes.between(BEGIN, BEGIN + 30 * ActivityTimes.DAY, hours, random);
                assertThat(at).isBetween(BEGIN, BEGIN + 30 * ActivityTimes.DAY - 1);
                byHour[ActivityTimes.hour(at, hours)]++;
            }
            assertThat(byHour[3] * 5).isLessThan(byHour[20]);
            assertThat(byHour[20]).isGreaterThan(1_000);
            assertThat(byHour[12]).isBetween(byHour[4], byHour[20]);
        }
    }

    @Test
    void takesAnyMomentWhereThereIsNoChoice() {
        assertThat(ActivityTimes.between(BEGIN, BEGIN + 1, 0, SeededRandom.of(1))).isEqualTo(BEGIN);
        assertThat(ActivityTimes.between(BEGIN, BEGIN, 0, SeededRandom.of(1))).isEqualTo(BEGIN);
    }
}
