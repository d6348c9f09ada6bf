package dev.socialhub.loadtest.http;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;

import dev.socialhub.loadtest.format.Phase;
import dev.socialhub.loadtest.measure.Journal;
import dev.socialhub.loadtest.measure.Measurement;
import dev.socialhub.loadtest.run.Arrivals;
import dev.socialhub.loadtest.run.PhaseSchedule;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Hands out the arrivals of a phase, one for each turn, and detects when all of them have ended.
 */
final class ArrivalTurns {

    private static final String DUE = "due";

    private final Arrivals arrivals;
    private final PhaseSchedule schedule;
    private final Phase phase;
    private final Journal journal;
    private final AtomicLong running;
    private final Runnable whenAllEnded;

    ArrivalTurns(
            Phase phase,
            Arrivals arrivals,
            PhaseSchedule schedule,
            Measurement measurement,
            Runnable whenAllEnded) {
        this.phase = phase;
        this.arrivals = arrivals;
        this.schedule = schedule;
        this.journal = measurement.journal(phase);
        this.running = new AtomicLong(arrivals.total());
        this.whenAllEnded = whenAllEnded;
    }

    /** One turn, for users that are created for each arrival. */
    ChainBuilder once(ChainBuilder turn) {
        return exec(this::startTurn)
                .exec(doIf(ArrivalTurns::isTurnStarted).then(waitUntilDue(turn)));
    }

    /** Turns until no arrival is left, for users that take turns. */
    ChainBuilder repeat(ChainBuilder turn) {
        return exec(this::startTurn)
                .exec(
                        asLongAs(ArrivalTurns::isTurnStarted)
                                .on(waitUntilDue(turn).exec(this::startTurn)));
    }

    private ChainBuilder waitUntilDue(ChainBuilder turn) {
        return pause(session ->
                        Duration.ofNanos(Math.max(0, session.getLong(DUE) - System.nanoTime())))
                .exec(session -> {
                    journal.late(System.nanoTime() - session.getLong(DUE));
                    return session;
                })
                .exec(turn)
                .exec(this::end);
    }

    private static Boolean isTurnStarted(Session session) {
        return session.contains(DUE);
    }

    private Session startTurn(Session session) {
        OptionalLong next = arrivals.next();
        return next.isPresent()
                ? session.set(DUE, schedule.beginning(phase) + next.getAsLong())
                : session.remove(DUE);
    }

    private Session end(Session session) {
        if (running.decrementAndGet() == 0) {
            whenAllEnded.run();
        }
        return session.markAsSucceeded();
    }
}
