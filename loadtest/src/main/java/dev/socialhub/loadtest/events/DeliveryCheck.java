package dev.socialhub.loadtest.events;

import dev.socialhub.loadtest.measure.Outcome.Finding;
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
    private static final int AT_ONCE = 4;

    private final Notifications notifications;
    private final Duration patience;
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong doubled = new AtomicLong();

    /**
     * @param patience how long missing notifications may still arrive
     */
    DeliveryCheck(Notifications notifications, Duration patience) {
        this.notifications = notifications;
        this.patience = patience;
    }

    /** How many are lost and how many are there twice, once no more come. */
    List<Finding> of(Map<TestUser, List<String>> sent) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        ParallelCalls.each(
                List.copyOf(sent.entrySet()),
                AT_ONCE,
                one -> reckon(one.getKey(), one.getValue(), deadline));
        return List.of(
                new Finding("lost", lost.get(), 0, "notifications"),
                new Finding("doubled", doubled.get(), 0, "notifications"));
    }

    private void reckon(TestUser person, List<String> sent, long deadline) throws IOException {
        Map<String, Integer> told = notifications.ofPosts(person);
        while (missing(sent, told) > 0 && System.nanoTime() < deadline) {
            pause();
            told = notifications.ofPosts(person);
        }
        lost.addAndGet(missing(sent, told));
        doubled.addAndGet(told.values().stream().mapToLong(times -> times - 1).sum());
    }

    private static long missing(List<String> sent, Map<String, Integer> told) {
        return sent.stream().filter(post -> !told.containsKey(post)).count();
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
