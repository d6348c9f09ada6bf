package dev.socialhub.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class EventRateTest {

    private static final long MILLI = 1_000_000;

    private final AtomicLong now = new AtomicLong(5);
    private final EventRate rate = new EventRate(new EventRateConfiguration(100, 10), now::get);
    private final UUID ada = UUID.randomUUID();

    @Test
    void delaysWhatIsAboveTheBurst() {
        for (int i = 0; i < 10; i++) {
            assertThat(rate.delayOf(ada)).isZero();
        }
        assertThat(rate.delayOf(ada)).isEqualTo(10 * MILLI);
        assertThat(rate.delayOf(ada)).isEqualTo(20 * MILLI);
        assertThat(rate.delayOf(UUID.randomUUID())).isZero();
    }

    @Test
    void forgivesWithTime() {
        for (int i = 0; i < 12; i++) {
            rate.delayOf(ada);
        }
        now.addAndGet(50 * MILLI);

        assertThat(rate.delayOf(ada)).isZero();
    }
}
