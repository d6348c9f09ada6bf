package dev.socialhub.loadtest.run;

/** How many operations were begun, and how those that are over went. */
public record OperationCounts(long started, long succeeded, long failed) {

    public OperationCounts plus(OperationCounts other) {
        return new OperationCounts(
                started + other.started, succeeded + other.succeeded, failed + other.failed);
    }
}
