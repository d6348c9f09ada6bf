package dev.socialhub.loadtest.overload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.loadtest.overload.PhaseLog.Second;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveryTest {
    private static final Second GOOD = new Second(100, 0, 40);
    private static final Second SLOW = new Second(100, 0, 161);
    private static final Second REFUSING = new Second(99, 1, 40);
    private static final Second SILENT = new Second(0, 0, 0);

    private final Recovery recovery = new Recovery(List.of(GOOD, new Second(100, 0, 80)));

    @Test
    void isZeroWhereThePlatformRecoversImmediately() {
        assertThat(recovery.seconds(List.of(GOOD, GOOD, GOOD, SLOW))).isZero();
        assertThat(recovery.seconds(List.of(new Second(1, 0, 160), GOOD, GOOD))).isZero();
    }

    @Test
    void countsSecondsThatAreSlowOrRefuseOrStaySilent() {
        assertThat(recovery.seconds(List.of(SLOW, REFUSING, SILENT, GOOD, GOOD, GOOD)))
                .isEqualTo(3);
    }

    @Test
    void oneGoodSecondIsNotEnough() {
        assertThat(recovery.seconds(List.of(GOOD, GOOD, SLOW, GOOD, GOOD, GOOD))).isEqualTo(3);
    }

    @Test
    void isTheWholePhaseWithoutRecovery() {
        assertThat(recovery.seconds(List.of(GOOD, SLOW, GOOD, SLOW, GOOD, GOOD))).isEqualTo(6);
    }

    @Test
    void asManyMayBeRefusedAsBefore() {
        Recovery strict = new Recovery(List.of(GOOD, new Second(98, 2, 40)));
        assertThat(strict.seconds(List.of(new Second(97, 3, 40), REFUSING, GOOD, REFUSING)))
                .isEqualTo(1);
    }

    @Test
    void fiftyMillisecondsAlwaysCountAsRecovered() {
        Recovery fast = new Recovery(List.of(new Second(100, 0, 2)));
        assertThat(fast.seconds(List.of(GOOD, GOOD, GOOD))).isZero();
    }
}
