package dev.socialhub.backing.mongodb;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets concurrent writers share one commit. A writer that finds no commit running runs one for all
 * that have applied their change by then; the others wait for it, or for the next.
 */
final class GroupCommit {
    /** Makes everything applied so far durable, and returns the ticket it covers. */
    @FunctionalInterface
    interface Commit {
        long upTo(AtomicLong applied);
    }

    private final Commit commit;
    private final AtomicLong applied = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition progress = lock.newCondition();
    private long durable;
    private boolean committing;

    GroupCommit(Commit commit) {
        this.commit = commit;
    }

    /** To be called after a change was applied; returns when it is durable. */
    void await() {
        var ticket = applied.incrementAndGet();
        while (!awaitDurableOrLead(ticket)) {
            lead();
        }
    }

    /** True once the ticket is durable; false if the caller must run the next commit. */
    private boolean awaitDurableOrLead(long ticket) {
        lock.lock();
        try {
            while (durable < ticket) {
                if (!committing) {
                    committing = true;
                    return false;
                }
                progress.awaitUninterruptibly();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void lead() {
        var reached = 0L;
        try {
            reached = commit.upTo(applied);
        } finally {
            lock.lock();
            try {
                durable = Math.max(durable, reached);
                committing = false;
                progress.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
