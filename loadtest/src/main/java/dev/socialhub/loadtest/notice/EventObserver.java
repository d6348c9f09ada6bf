package dev.socialhub.loadtest.notice;

import dev.socialhub.loadtest.format.Outcome.Finding;
import dev.socialhub.loadtest.measure.Rounding;
import dev.socialhub.loadtest.users.TestUser;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/**
 * Takes one post after the other out of the stream, and measures how soon its author is notified.
 * It watches one at a time, so that its requests add little to the load.
 */
public final class EventObserver implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(4);
    private static final Duration BETWEEN_POSTS = Duration.ofMillis(100);
    private static final int CHECKED_NOTIFICATIONS = 20;
    private static final int MAX_CHECKED_NOTIFICATIONS = 100;
    private static final double MICROS = 1_000.0;

    private final Notifications notifications;
    private final SynchronousQueue<WatchedPost> next = new SynchronousQueue<>();
    private final Histogram micros = new Histogram(3);
    private final Thread thread;
    private final AtomicLong acceptedPosts = new AtomicLong();
    private long unseen;
    private long finishedPosts;

    public EventObserver(Notifications notifications) {
        this.notifications = notifications;
        this.thread = Thread.ofVirtual().name("event-observer").start(this::watchPosts);
    }

    /**
     * Offers a post that was just made; it is ignored while another one is watched.
     *
     * @param since when it was made, by {@link System#nanoTime}
     */
    public void show(TestUser author, String post, long since) {
        boolean accepted = next.offer(new WatchedPost(author, post, since));
        if (accepted) {
            acceptedPosts.incrementAndGet();
        }
    }

    private void watchPosts() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                watch(next.take());
                Thread.sleep(BETWEEN_POSTS);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch(WatchedPost watched) throws InterruptedException {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        int newest = CHECKED_NOTIFICATIONS;
        while (System.nanoTime() < deadline) {
            if (isSeen(watched, newest)) {
                recordSeen(System.nanoTime() - watched.since());
                return;
            }
            // Others may have pushed it down by now.
            newest =
                    System.nanoTime() - watched.since() > 1_000_000_000L
                            ? MAX_CHECKED_NOTIFICATIONS
                            : CHECKED_NOTIFICATIONS;
            Thread.sleep(POLL_INTERVAL);
        }
        recordMissed();
    }

    /** A request without an answer does not count as seen. */
    private boolean isSeen(WatchedPost watched, int newest) {
        try {
            return notifications.include(watched.author(), watched.post(), newest);
        } catch (IOException noAnswer) {
            return false;
        }
    }

    private synchronized void recordSeen(long nanos) {
        micros.recordValue(TimeUnit.NANOSECONDS.toMicros(nanos));
        finishedPosts++;
        notifyAll();
    }

    private synchronized void recordMissed() {
        unseen++;
        finishedPosts++;
        notifyAll();
    }

    /**
     * The findings about these posts.
     *
     * @param percentile of the times that is judged
     * @param millis how long it may be
     */
    public synchronized List<Finding> findings(int percentile, double millis) {
        List<Finding> findings = new ArrayList<>();
        if (micros.getTotalCount() > 0) {
            findings.add(
                    new Finding(
                            "visible_p" + percentile,
                            Rounding.toThousandths(
                                    micros.getValueAtPercentile(percentile) / MICROS),
                            millis,
                            "ms until the author is notified"));
        }
        findings.add(new Finding("unseen", unseen, 0, "posts without a notification for 10 s"));
        return findings;
    }

    /** Ends once the watched post has been found or given up. */
    @Override
    public synchronized void close() throws InterruptedException {
        while (finishedPosts < acceptedPosts.get()) {
            wait();
        }
        thread.interrupt();
    }

    private record WatchedPost(TestUser author, String post, long since) {}
}
