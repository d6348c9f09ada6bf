package dev.socialhub.loadtest.overload;

import java.util.function.ObjLongConsumer;

/** A request that is under way. */
final class Exchange {

    private final Request request;
    private final long began = System.nanoTime();
    private final ObjLongConsumer<Result> whenEnded;

    /**
     * @param whenEnded is told what came of it, and how many nanoseconds it took
     */
    Exchange(Request request, ObjLongConsumer<Result> whenEnded) {
        this.request = request;
        this.whenEnded = whenEnded;
    }

    Request request() {
        return request;
    }

    /** How many nanoseconds it has been under way. */
    long nanos() {
        return System.nanoTime() - began;
    }

    void end(Result result) {
        whenEnded.accept(result, nanos());
    }
}
