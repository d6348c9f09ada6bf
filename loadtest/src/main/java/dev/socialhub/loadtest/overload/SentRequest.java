package dev.socialhub.loadtest.overload;

import java.util.function.ObjLongConsumer;

/** A request that is under way. */
final class SentRequest {

    private final RequestToSend request;
    private final long began = System.nanoTime();
    private final ObjLongConsumer<RequestResult> whenEnded;

    /**
     * @param whenEnded receives the result, and how many nanoseconds it took
     */
    SentRequest(RequestToSend request, ObjLongConsumer<RequestResult> whenEnded) {
        this.request = request;
        this.whenEnded = whenEnded;
    }

    RequestToSend request() {
        return request;
    }

    /** How many nanoseconds it has been under way. */
    long nanos() {
        return System.nanoTime() - began;
    }

    void end(RequestResult result) {
        whenEnded.accept(result, nanos());
    }
}
