package dev.socialhub.notifications.notification;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** How long notifications are kept, counted from what they tell of. */
@Singleton
public final class Retention {

    /** Clocks differ by less, and the bus delivers sooner. */
    private static final Duration LEAST = Duration.ofDays(1);

    /** MongoDB counts ages in seconds, of which it knows two billion. */
    private static final Duration LIMIT = Duration.ofDays(3_650);

    private static final Duration SAFETY_MARGIN = Duration.ofHours(1);

    /** How long instances have for removing notifications before the store does so by itself. */
    private static final Duration GRACE = Duration.ofDays(7);

    private final Duration keepFor;
    private final Clock clock;

    public Retention(@Value("${notifications.keep-for}") Duration keepFor, Clock clock) {
        if (keepFor.compareTo(LEAST) < 0 || keepFor.compareTo(LIMIT) > 0) {
            throw new IllegalArgumentException(
                    "NOTIFICATIONS_KEEP_FOR must be from 1d to 3650d, such as 90d");
        }
        this.keepFor = keepFor;
        this.clock = clock;
    }

    /** Notifications created before this time have expired. */
    public Instant end() {
        return clock.instant().minus(keepFor);
    }

    /**
     * Whether a notification of this time is still to be written. One that was removed must not
     * come back when its event is played again, by whichever clock it was removed.
     */
    public boolean isWorthWriting(Instant createdAt) {
        return createdAt.isAfter(end().plus(SAFETY_MARGIN));
    }

    /** The days, of UTC, whose notifications may be there; one more, since clocks differ. */
    public List<LocalDate> days() {
        return firstDay().datesUntil(day(clock.instant()).plusDays(2)).toList();
    }

    /** The earliest day whose notifications may be there. */
    public LocalDate firstDay() {
        return day(end());
    }

    /** The day that a notification belongs to. */
    public static LocalDate day(Instant createdAt) {
        return LocalDate.ofInstant(createdAt, ZoneOffset.UTC);
    }

    /** The age at which the store itself removes what no instance has removed. */
    Duration atMost() {
        return keepFor.plus(GRACE);
    }
}
