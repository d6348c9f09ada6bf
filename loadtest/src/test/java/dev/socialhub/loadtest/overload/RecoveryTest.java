package dev.socialhub.loadtest.overload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.loadtest.overload.PhaseLog.Second;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveryTest {
    private static final Second WELL = new Second(100, 0, 40);
    private static final Second SLOW = new Second(100, 0, 161);
    private static final Second REFUSING = new Second(99, 1, 40);
    private static final Second SILENT = new Second(0, 0, 0);

    private final Recovery recovery = new Recovery(List.of(WELL, new Second(100, 0, 80)));

    @Test
    void isAtOnceWhereNothingIsLeft() {
        assertThat(recovery.seconds(List.of(WELL, WELL, WELL, SLOW))).isZero();
        assertThat(recovery.seconds(List.of(new Second(1, 0, 160), WELL, WELL))).isZero();
    }

    @Test
    void countsSecondsThatAreSlowOrRefuseOrStaySilent() {
        assertThat(recovery.seconds(List.of(SLOW, REFUSING, SILENT, WELL, WELL, WELL)))
                .isEqualTo(3);
    }

    @Test
    void oneGoodSecondIsntEnough() {
        assertThat(recovery.seconds(List.of(WELL, WELL, SLOW, WELL, WELL, WELL))).isEqualTo(3);
    }

    @Test
    void isAllThereIsWhereItNeverCame() {
        assertThat(recovery.seconds(List.of(WELL, SLOW, WELL, SLOW, WELL, WELL))).isEqualTo(6);
    }

    @Test
    void asManyMayBeRefusedAsBefore() {
        Recovery picky = new Recovery(List.of(WELL, new Second(98, 2, 40)));
        assertThat(picky.seconds(List.of(new Second(97, 3, 40), REFUSING, WELL, REFUSING)))
                .isEqualTo(1);
    }

    @Test
    void isNotHeldAgainstLessThanFiftyMilliseconds() {
        Recovery fast = new Recovery(List.of(new Second(100, 0, 2)));
        assertThat(fast.seconds(List.of(WELL, WELL, WELL))).isZero();
    }
}
