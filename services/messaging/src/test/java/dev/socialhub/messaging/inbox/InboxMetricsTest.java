package dev.socialhub.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.contracts.event.Event;
import dev.socialhub.contracts.user.UserProfileUpdated;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InboxMetricsTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final InboxMetrics metrics =
            new InboxMetrics("g", Clock.fixed(NOON, ZoneOffset.UTC), meters);

    @Test
    void everySeriesBeginsAtNone() {
        assertThat(meters.getMeters())
                .extracting(meter -> meter.getId().getName())
                .contains(
                        InboxMetrics.HANDLED,
                        InboxMetrics.RETRIES,
                        InboxMetrics.DEAD_LETTERS,
                        InboxMetrics.HANDLING);
        assertThat(meters.get(InboxMetrics.DUPLICATES).tag("group", "g").counter().count())
                .isZero();
        assertThat(age().count()).isZero();
    }

    @Test
    void theAgeOfAnEventIsTheTimeUntilItsEffect() {
        metrics.handled(List.of(event(2, false), event(4, false)));
        assertThat(meters.get(InboxMetrics.HANDLED).counter().count()).isEqualTo(2);
        assertThat(age().count()).isEqualTo(2);
        assertThat(age().max(TimeUnit.SECONDS)).isEqualTo(4);
    }

    @Test
    void whatIsPlayedAgainHadItsEffectLongBefore() {
        metrics.handled(List.of(event(86_400, true)));
        assertThat(meters.get(InboxMetrics.HANDLED).counter().count()).isEqualTo(1);
        assertThat(age().count()).isZero();
    }

    @Test
    void anEventOfTheFutureIsNew() {
        metrics.handled(List.of(event(-3, false)));
        assertThat(age().count()).isEqualTo(1);
        assertThat(age().max(TimeUnit.SECONDS)).isZero();
    }

    private Timer age() {
        return meters.get(InboxMetrics.EVENT_AGE).timer();
    }

    private static ReceivedEvent event(int secondsAgo, boolean replayed) {
        UUID id = UUID.randomUUID();
        return new ReceivedEvent(
                new Event(
                        id,
                        NOON.minusSeconds(secondsAgo),
                        null,
                        new UserProfileUpdated(id, "ada", "Ada", 1)),
                replayed,
                null);
    }
}
