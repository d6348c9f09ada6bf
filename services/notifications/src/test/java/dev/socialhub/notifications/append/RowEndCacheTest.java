package dev.socialhub.notifications.append;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.shared.testing.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowEndCacheTest {

    private final UUID ada = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final MovableClock clock = new MovableClock();
    private final RowEndCache ends = new RowEndCache(clock);

    @Test
    void knowsTheLastNumberOfRowsThatWereWritten() {
        ends.put(Map.of(ada, 3L));
        ends.put(Map.of(ada, 5L, bob, 1L));
        assertThat(ends.of(List.of(ada, bob, UUID.randomUUID())))
                .isEqualTo(Map.of(ada, 5L, bob, 1L));
    }

    @Test
    void forgetsThemAfterAMinute() {
        ends.put(Map.of(ada, 3L));
        clock.advance(Duration.ofSeconds(59));
        ends.put(Map.of(bob, 3L));
        clock.advance(Duration.ofSeconds(1));
        assertThat(ends.of(List.of(ada, bob))).containsOnlyKeys(bob);
    }

    @Test
    void leavesARowAloneForAMinuteToWhichOthersWrite() {
        ends.put(Map.of(ada, 3L));
        ends.share(ada);
        ends.put(Map.of(ada, 4L));
        assertThat(ends.of(List.of(ada))).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        ends.put(Map.of(ada, 9L));
        assertThat(ends.of(List.of(ada))).isEqualTo(Map.of(ada, 9L));
    }

    @Test
    void forgetsThoseFirstThatWereWrittenLongestAgo() {
        ends.put(Map.of(ada, 3L));
        ends.put(Map.of(bob, 3L));
        ends.put(Map.of(ada, 4L));
        Stream.generate(UUID::randomUUID).limit(9_999).forEach(one -> ends.put(Map.of(one, 1L)));
        assertThat(ends.of(List.of(ada, bob))).isEqualTo(Map.of(ada, 4L));
    }
}
