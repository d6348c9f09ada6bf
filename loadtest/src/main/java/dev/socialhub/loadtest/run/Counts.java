package dev.socialhub.loadtest.run;

/** How many operations were begun, and how those that are over went. */
public record Counts(long started, long succeeded, long failed) {

    public Counts plus(Counts other) {
        return new Counts(
                started + other.started, succeeded + other.succeeded, failed + other.failed);
    }
}
