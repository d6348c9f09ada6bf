package dev.socialhub.loadtest.overload;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Callers that send their next request when the last one has its answer. */
final class ClosedLoop {

    /** A caller that was refused, or met a failure, lets the others go first. */
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private final OverloadClient client;
    private final Supplier<RequestToSend> requests;
    private final Deque<Long> pausing = new ArrayDeque<>();
    private long end;
    private long succeeded;

    ClosedLoop(OverloadClient client, Supplier<RequestToSend> requests) {
        this.client = client;
        this.requests = requests;
    }

    /**
     * Successful answers a second.
     *
     * @param callers at the same time
     * @param until when to stop, by {@link System#nanoTime}
     */
    double rate(int callers, long until) {
        long begin = System.nanoTime();
        end = until;
        succeeded = 0;
        for (int caller = 0; caller < callers; caller++) {
            sendRequest();
        }
        while (System.nanoTime() < end) {
            client.poll(pausing.isEmpty() ? end : Math.min(end, pausing.getFirst()));
            while (!pausing.isEmpty() && pausing.getFirst() <= System.nanoTime()) {
                pausing.removeFirst();
                sendRequest();
            }
        }
        double rate = succeeded / Math.max(1e-9, (end - begin) / 1e9);
        pausing.clear();
        while (!client.isIdle()) {
            client.poll(System.nanoTime() + PAUSE);
        }
        return rate;
    }

    private void sendRequest() {
        client.send(
                requests.get(),
                (result, _) -> {
                    long now = System.nanoTime();
                    if (now >= end) {
                        return;
                    }
                    if (result.kind() == RequestResult.Kind.SUCCEEDED) {
                        succeeded++;
                        sendRequest();
                    } else {
                        pausing.add(now + PAUSE);
                    }
                });
    }
}
