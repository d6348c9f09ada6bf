package dev.socialhub.backing.mongodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
    @Test
    void returnsOnlyWhenTheChangeIsDurable() {
        var durable = new AtomicLong();
        var commits =
                new GroupCommit(applied -> {
                    durable.set(applied.get());
                    return durable.get();
                });
        commits.await();
        assertThat(durable).hasValue(1);
        commits.await();
        assertThat(durable).hasValue(2);
    }

    @Test
    void sharesOneCommitAmongAllWhoWaitForTheOneBefore() throws Exception {
        var seen = new ArrayList<Long>();
        var firstRuns = new CountDownLatch(1);
        var allWait = new CountDownLatch(1);
        var commits =
                new GroupCommit(applied -> {
                    var reached = applied.get();
                    seen.add(reached);
                    if (seen.size() == 1) {
                        firstRuns.countDown();
                        awaitUninterruptibly(allWait);
                    }
                    return reached;
                });
        var writers = new ArrayList<Thread>();
        writers.add(Thread.ofPlatform().start(commits::await));
        firstRuns.await();
        for (var i = 0; i < 9; i++) {
            writers.add(Thread.ofPlatform().start(commits::await));
        }
        await().until(() ->
                writers.stream().filter(w -> w.getState() == Thread.State.WAITING).count() == 10);
        allWait.countDown();
        for (var writer : writers) {
            writer.join();
        }
        assertThat(seen).containsExactly(1L, 10L);
    }

    @Test
    void tellsEveryWriterWhenTheStoreIsLost() {
        var attempts = new AtomicInteger();
        var commits =
                new GroupCommit(_ -> {
                    attempts.incrementAndGet();
                    throw new IllegalStateException("disk full");
                });
        assertThatThrownBy(commits::await).hasMessage("disk full");
        assertThatThrownBy(commits::await).hasMessage("disk full");
        assertThat(attempts).hasValue(2);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
