package dev.socialhub.gateway.proxy;

import dev.socialhub.gateway.upstream.UpstreamLoad;

/**
 * What a service owes one request: the begin of an answer, from the moment when it has all of the
 * request. Only then it takes a place in the service's load.
 */
final class OwedAnswer {

    private final UpstreamLoad load;
    private long owedSinceNanos;
    private boolean isOwed;

    OwedAnswer(UpstreamLoad load) {
        this.load = load;
    }

    /** The service has, or will have at once, the whole request. */
    void begin() {
        isOwed = true;
        owedSinceNanos = System.nanoTime();
        load.began();
    }

    /**
     * The answer has begun, or will not come in time.
     *
     * @param isOverloaded whether that tells of too much to do
     */
    void settle(boolean isOverloaded) {
        if (isOwed) {
            isOwed = false;
            load.ended(owedSinceNanos, System.nanoTime(), isOverloaded);
        }
    }

    /** The answer isn't waited for any more, for a reason that is not the service's load. */
    void abandon() {
        if (isOwed) {
            isOwed = false;
            load.abandoned();
        }
    }
}
