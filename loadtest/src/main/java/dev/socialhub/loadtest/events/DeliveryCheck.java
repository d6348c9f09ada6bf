package dev.socialhub.loadtest.events;

import dev.socialhub.loadtest.format.Outcome.Finding;
import dev.socialhub.loadtest.notice.Notifications;
import dev.socialhub.loadtest.platform.ParallelCalls;
import dev.socialhub.loadtest.users.TestUser;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Compares what was sent with what users were notified of. */
final class DeliveryCheck {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(500);
    private static final int PARALLEL_CALLS = 4;

    private final Notifications notifications;
    private final Duration timeout;
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong duplicates = new AtomicLong();

    /**
     * @param timeout how long missing notifications may still arrive
     */
    DeliveryCheck(Notifications notifications, Duration timeout) {
        this.notifications = notifications;
        this.timeout = timeout;
    }

    /** How many are lost and how many are there twice, once no more come. */
    List<Finding> of(Map<TestUser, List<String>> sent) throws IOException {
        long deadline = System.nanoTime() + timeout.toNanos();
        ParallelCalls.each(
                List.copyOf(sent.entrySet()),
                PARALLEL_CALLS,
                one -> check(one.getKey(), one.getValue(), deadline));
        return List.of(
                new Finding("lost", lost.get(), 0, "notifications"),
                new Finding("doubled", duplicates.get(), 0, "notifications"));
    }

    private void check(TestUser user, List<String> sent, long deadline) throws IOException {
        Map<String, Integer> received = notifications.ofPosts(user);
        while (missing(sent, received) > 0 && System.nanoTime() < deadline) {
            pause();
            received = notifications.ofPosts(user);
        }
        lost.addAndGet(missing(sent, received));
        duplicates.addAndGet(received.values().stream().mapToLong(times -> times - 1).sum());
    }

    private static long missing(List<String> sent, Map<String, Integer> received) {
        return sent.stream().filter(post -> !received.containsKey(post)).count();
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(POLL_INTERVAL);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
