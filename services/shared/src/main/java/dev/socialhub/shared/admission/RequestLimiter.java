package dev.socialhub.shared.admission;

import com.netflix.concurrency.limits.Limit;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Limits how many requests work at the same time, and how many wait for a turn that comes soon. All
 * others are refused at once: a long queue serves no more requests, and serves each of them late.
 */
final class RequestLimiter {

    /** The limit even for fast requests: a stalled database doesn't show how slow it is. */
    static final int LONGEST_QUEUE = 256;

    /** The expected time can be wrong, so a request gives up only after a multiple of it. */
    private static final int GIVE_UP_AFTER = 4;

    /** The number of requests in the average time: a momentary stall must not shift it. */
    private static final double AVERAGED = 256;

    private final Limit limit;
    private final long queueNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Waiter> waiting = new ArrayDeque<>();
    private int working;
    private double averageNanos;
    private long movedNanos;
    private volatile boolean full;

    /**
     * Makes a limiter that no request has entered.
     *
     * @param queueTime how long a request is expected to wait at most; zero for no queue
     */
    RequestLimiter(Limit limit, Duration queueTime) {
        this.limit = limit;
        this.queueNanos = queueTime.toNanos();
    }

    /** Whether a request would be refused now. Takes no lock: event loops ask for each request. */
    boolean isFull() {
        return full;
    }

    /**
     * Waits for its turn, if it will come soon.
     *
     * @param nowNanos the time, from any beginning
     * @param longestNanos when the caller gives up
     * @return false when the request is refused; true obliges to {@link #leave}
     */
    boolean enter(long nowNanos, long longestNanos) {
        lock.lock();
        try {
            if (waiting.isEmpty() && working < limit.getLimit()) {
                working++;
                movedNanos = nowNanos;
                return true;
            }
            return waiting.size() < (isStalled(nowNanos) ? oneRound() : queueLength())
                    && awaitAdmission(Math.min(longestNanos, GIVE_UP_AFTER * queueNanos));
        } finally {
            note();
            lock.unlock();
        }
    }

    private boolean awaitAdmission(long nanos) {
        Waiter waiter = new Waiter(lock.newCondition());
        waiting.addLast(waiter);
        note();
        long left = nanos;
        try {
            while (!waiter.admitted && left > 0) {
                left = waiter.admittedSignal.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!waiter.admitted) {
            waiting.remove(waiter);
        }
        return waiter.admitted;
    }

    /** Frees the place; no work was done. */
    void leave() {
        lock.lock();
        try {
            admitNext();
        } finally {
            note();
            lock.unlock();
        }
    }

    /** Frees the place, and updates the averages with the time that the work took. */
    void leave(long begunNanos, long endedNanos) {
        lock.lock();
        try {
            long nanos = endedNanos - begunNanos;
            movedNanos = endedNanos;
            averageNanos += (nanos - averageNanos) / AVERAGED;
            limit.onSample(begunNanos, nanos, working, false);
            admitNext();
        } finally {
            note();
            lock.unlock();
        }
    }

    private void admitNext() {
        working--;
        while (working < limit.getLimit() && !waiting.isEmpty()) {
            Waiter next = waiting.removeFirst();
            next.admitted = true;
            next.admittedSignal.signal();
            working++;
        }
    }

    /** How many requests are served within the permitted wait; at least one round of work. */
    int queueLength() {
        if (queueNanos == 0) {
            return 0;
        }
        double soon = limit.getLimit() * queueNanos / Math.max(1, averageNanos);
        return (int) Math.clamp(soon, oneRound(), LONGEST_QUEUE);
    }

    private int oneRound() {
        return queueNanos == 0 ? 0 : Math.min(limit.getLimit(), LONGEST_QUEUE);
    }

    /** No request has begun or ended for so long that waiting requests give up: a store hangs. */
    private boolean isStalled(long nowNanos) {
        return nowNanos - movedNanos > GIVE_UP_AFTER * queueNanos;
    }

    private void note() {
        full = working >= limit.getLimit() && waiting.size() >= queueLength();
    }

    int limit() {
        return limit.getLimit();
    }

    int working() {
        lock.lock();
        try {
            return working;
        } finally {
            lock.unlock();
        }
    }

    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private static final class Waiter {

        private final Condition admittedSignal;
        private boolean admitted;

        private Waiter(Condition admittedSignal) {
            this.admittedSignal = admittedSignal;
        }
    }
}
