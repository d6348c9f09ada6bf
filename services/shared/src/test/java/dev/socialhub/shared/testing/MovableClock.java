package dev.socialhub.shared.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still, in UTC, until a test moves it. */
public final class MovableClock extends Clock {

    private volatile Instant now;

    /** Begins at some moment of 2026. */
    public MovableClock() {
        this(Instant.parse("2026-01-02T03:04:05Z"));
    }

    /** Begins at this moment. */
    public MovableClock(Instant now) {
        this.now = now;
    }

    public void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
