package dev.socialhub.loadtest.overload;

import dev.socialhub.loadtest.run.Arrivals;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Callers that come at their moments, whether or not earlier ones have their answers. */
final class OpenLoop {

    private static final long POLL_INTERVAL = TimeUnit.MILLISECONDS.toNanos(100);

    private final OverloadClient client;
    private final Supplier<RequestToSend> requests;

    OpenLoop(OverloadClient client, Supplier<RequestToSend> requests) {
        this.client = client;
        this.requests = requests;
    }

    /** Is notified of each request. */
    interface Listener {

        /**
         * It begins.
         *
         * @param lateNanos how long after it was due
         */
        default void began(long lateNanos) {}

        /**
         * The operation has ended.
         *
         * @param dueSecond of the phase
         * @param nanos that it took
         */
        void ended(int dueSecond, RequestResult result, long nanos);
    }

    /**
     * Offers requests, and returns when the last one has been sent.
     *
     * @param start of the phase, by {@link System#nanoTime}
     */
    void offer(Arrivals arrivals, long start, Listener listener) {
        for (OptionalLong next = arrivals.next(); next.isPresent(); next = arrivals.next()) {
            long due = start + next.getAsLong();
            do {
                client.poll(due);
            } while (System.nanoTime() < due);
            int dueSecond = (int) TimeUnit.NANOSECONDS.toSeconds(next.getAsLong());
            listener.began(System.nanoTime() - due);
            client.send(
                    requests.get(), (result, nanos) -> listener.ended(dueSecond, result, nanos));
        }
    }

    /** Returns when all requests have ended. */
    void finish() {
        while (!client.isIdle()) {
            client.poll(System.nanoTime() + POLL_INTERVAL);
        }
    }
}
