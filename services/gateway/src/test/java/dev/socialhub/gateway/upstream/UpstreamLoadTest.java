package dev.socialhub.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.gateway.GatewaySettings;
import dev.socialhub.gateway.route.Importance;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class UpstreamLoadTest {

    private static final Duration QUICK = Duration.ofMillis(10);
    private static final Duration SLOW = Duration.ofMillis(600);

    private final UpstreamLoad load =
            new UpstreamLoad(
                    new GatewaySettings.Overload(
                            100, 10, Duration.ofMillis(500), Duration.ofSeconds(30)));

    private long nowNanos = TimeUnit.HOURS.toNanos(1);

    @Test
    void refusesTheLeastImportantFirst() {
        begin(69);
        assertThat(load.hasRoomFor(Importance.READ)).isTrue();
        begin(1);
        assertThat(load.hasRoomFor(Importance.READ)).isFalse();
        assertThat(load.hasRoomFor(Importance.WRITE)).isTrue();
        begin(20);
        assertThat(load.hasRoomFor(Importance.WRITE)).isFalse();
        assertThat(load.hasRoomFor(Importance.ESSENTIAL)).isTrue();
        begin(10);
        assertThat(load.hasRoomFor(Importance.ESSENTIAL)).isFalse();

        load.abandoned();
        assertThat(load.hasRoomFor(Importance.ESSENTIAL)).isTrue();
    }

    @Test
    void allowsLessWhileTheServiceSaysThatItIsTooMuch() {
        serve(500, QUICK, true);
        assertThat(load.limit()).isBetween(60, 90);

        serve(10_000, QUICK, true);
        assertThat(load.limit()).isEqualTo(10);
        assertThat(load.inFlight()).isZero();
    }

    @Test
    void takesManyRefusalsOfOneMomentForOneAndHeedsItAtOnce() {
        begin(50);
        for (int i = 0; i < 50; i++) {
            load.ended(nowNanos, nowNanos + QUICK.toNanos(), true);
            assertThat(load.limit()).isEqualTo(90);
        }
    }

    @Test
    void allowsLessWhenAnswersTakeLong() {
        serve(2000, SLOW, false);

        assertThat(load.limit()).isEqualTo(10);
    }

    @Test
    void allowsMoreAgainWhenTheServiceIsWellAndAsked() {
        serve(10_000, QUICK, true);
        begin(10);
        serve(10_000, QUICK, false);

        // By then, the at most eleven requests in flight are less than half of the limit.
        assertThat(load.limit()).isEqualTo(23);
    }

    @Test
    void learnsNothingFromCallersThatLeave() {
        begin(80);
        for (int i = 0; i < 80; i++) {
            load.abandoned();
        }

        assertThat(load.limit()).isEqualTo(100);
        assertThat(load.inFlight()).isZero();
    }

    private void begin(int times) {
        for (int i = 0; i < times; i++) {
            load.began();
        }
    }

    /** Answers requests twenty times as often as one after another. */
    private void serve(int times, Duration each, boolean isOverloaded) {
        for (int i = 0; i < times; i++) {
            load.began();
            nowNanos += each.toNanos() / 20;
            load.ended(nowNanos - each.toNanos(), nowNanos, isOverloaded);
        }
    }
}
