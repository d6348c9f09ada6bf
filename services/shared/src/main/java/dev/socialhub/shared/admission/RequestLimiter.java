package dev.socialhub.shared.admission;

import com.netflix.concurrency.limits.Limit;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets so many requests work at the same time, and so many wait as will have their turn soon. What
 * neither works nor waits is refused at once: a long queue serves no more requests, and each of
 * them late.
 */
final class RequestLimiter {

    /** However quick requests are: a stalled database doesn't tell how slow it is. */
    static final int LONGEST_QUEUE = 256;

    /** The expected time can be wrong, so it takes a multiple of it to give up. */
    private static final int GIVE_UP_AFTER = 4;

    /** Requests that the average time looks back on: a stall of a moment is no new average. */
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
                    && hasTurnWithin(Math.min(longestNanos, GIVE_UP_AFTER * queueNanos));
        } finally {
            note();
            lock.unlock();
        }
    }

    private boolean hasTurnWithin(long nanos) {
        Waiter waiter = new Waiter(lock.newCondition());
        waiting.addLast(waiter);
        note();
        long left = nanos;
        try {
            while (!waiter.admitted && left > 0) {
                left = waiter.turn.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!waiter.admitted) {
            waiting.remove(waiter);
        }
        return waiter.admitted;
    }

    /** Makes place for the next one; nothing was done. */
    void leave() {
        lock.lock();
        try {
            admitNext();
        } finally {
            note();
            lock.unlock();
        }
    }

    /** Makes place for the next one, and learns from how long the work took. */
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
            next.turn.signal();
            working++;
        }
    }

    /** As many as are worked on within the time that one may wait; a round of work in any case. */
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

    /** Nothing has begun or ended for so long that those who wait give up: a store hangs. */
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

        private final Condition turn;
        private boolean admitted;

        private Waiter(Condition turn) {
            this.turn = turn;
        }
    }
}
