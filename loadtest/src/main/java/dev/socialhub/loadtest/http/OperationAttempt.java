package dev.socialhub.loadtest.http;

import dev.socialhub.loadtest.format.Phase;
import dev.socialhub.loadtest.measure.Journal;
import dev.socialhub.loadtest.measure.Measurement;
import dev.socialhub.loadtest.measure.OperationTimes;
import dev.socialhub.loadtest.platform.RetryAfter;
import dev.socialhub.loadtest.run.PhaseSchedule;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** One operation of one user; its state is in the user's session. */
final class OperationAttempt {

    static final String STATUS = "status";
    static final String RETRY_AFTER = "retryAfter";

    private static final String BEGAN = "began";
    private static final String SENT = "sent";
    private static final String TRIES = "tries";
    private static final String WAIT = "wait";
    private static final int UNAVAILABLE = 503;
    private static final int MAX_TRIES = 10;

    /** As in gatling.conf. */
    static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final int SPREAD_MILLIS = 500;

    private final int expected;
    private final Phase phase;
    private final Journal journal;
    private final OperationTimes times;
    private final PhaseSchedule schedule;

    OperationAttempt(
            String operation,
            int expected,
            Phase phase,
            Measurement measurement,
            PhaseSchedule schedule) {
        this.expected = expected;
        this.phase = phase;
        this.journal = measurement.journal(phase);
        this.times = journal.of(operation);
        this.schedule = schedule;
    }

    Session begin(Session session) {
        times.started(second());
        long now = System.nanoTime();
        return session.removeAll(STATUS, RETRY_AFTER, WAIT)
                .set(TRIES, 1)
                .set(BEGAN, now)
                .set(SENT, now);
    }

    /** The same request is sent once more. */
    static Session again(Session session) {
        return session.set(SENT, System.nanoTime());
    }

    /** Handles the answer, or the failure in place of one. */
    Session judge(Session session) {
        long nanos = System.nanoTime() - session.getLong(BEGAN);
        int status = session.contains(STATUS) ? session.getInt(STATUS) : 0;
        Optional<Duration> retryDelay = retryDelay(session, status);
        if (retryDelay.isPresent()) {
            journal.postponed();
            return session.markAsSucceeded()
                    .removeAll(STATUS, RETRY_AFTER)
                    .set(TRIES, session.getInt(TRIES) + 1)
                    .set(WAIT, retryDelay.get());
        }
        Session ended = session.remove(WAIT);
        if (status == expected && !session.isFailed()) {
            times.succeeded(second(), TimeUnit.NANOSECONDS.toMicros(nanos));
            return ended;
        }
        times.failed(second(), reason(status, System.nanoTime() - session.getLong(SENT)));
        return ended.markAsFailed();
    }

    static Boolean isPostponed(Session session) {
        return session.contains(WAIT);
    }

    /** A random addition: retries at the same moment would overload the platform again. */
    static Duration wait(Session session) {
        Duration requestedWait = SessionValues.of(Duration.class, session, WAIT);
        return requestedWait.plusMillis(ThreadLocalRandom.current().nextInt(SPREAD_MILLIS));
    }

    private static Optional<Duration> retryDelay(Session session, int status) {
        return status == UNAVAILABLE
                        && session.contains(RETRY_AFTER)
                        && session.getInt(TRIES) < MAX_TRIES
                ? RetryAfter.parsed(SessionValues.text(session, RETRY_AFTER))
                : Optional.empty();
    }

    private String reason(int status, long waitedNanos) {
        if (status == 0) {
            return waitedNanos >= TIMEOUT.toNanos() ? "no answer in time" : "no connection";
        }
        return status == expected ? "unexpected body" : Integer.toString(status);
    }

    private int second() {
        long since = System.nanoTime() - schedule.beginning(phase);
        return (int) Math.max(0, TimeUnit.NANOSECONDS.toSeconds(since));
    }
}
