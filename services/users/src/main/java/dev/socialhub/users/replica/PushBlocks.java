package dev.socialhub.users.replica;

import dev.socialhub.contracts.user.EdgeSnapshot;
import dev.socialhub.shared.problem.TransientDatabaseErrors;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a replica the blocks that Kafka hasn't accepted in time. The blocks to send are read from
 * the outbox, so they survive a crash; memory only prevents a block from being sent repeatedly.
 * Several instances may send the same block: the versions of the edges decide.
 */
@Singleton
final class PushBlocks {

    static final int BATCH = 500;

    private static final Logger LOG = LoggerFactory.getLogger(PushBlocks.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(4);

    private final UnsentBlocks unsent;
    private final EdgeReplica replica;
    private final PushMetrics metrics;
    private final Clock clock;

    private final Set<Long> pushed = new HashSet<>();
    private Duration pause = Duration.ZERO;
    private Instant resumeAt = Instant.MIN;

    PushBlocks(UnsentBlocks unsent, EdgeReplica replica, PushMetrics metrics, Clock clock) {
        this.unsent = unsent;
        this.replica = replica;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Scheduled(initialDelay = "250ms", fixedDelay = "250ms")
    void push() {
        if (clock.instant().isBefore(resumeAt)) {
            return;
        }
        try {
            int told = BATCH;
            while (told == BATCH) {
                told = pushBatch();
            }
        } catch (IOException e) {
            backOff(e);
        } catch (Exception e) {
            // A transaction rethrows SQLException unchanged, without declaring it.
            report(e);
        }
    }

    private int pushBatch() throws IOException {
        List<Long> waiting = unsent.numbers();
        pushed.retainAll(new HashSet<>(waiting));
        List<Long> due =
                waiting.stream().filter(one -> !pushed.contains(one)).limit(BATCH).toList();
        if (due.isEmpty()) {
            return 0;
        }
        List<EdgeSnapshot> edges = unsent.read(due);
        replica.take(edges);
        pushed.addAll(due);
        pause = Duration.ZERO;
        metrics.pushed(edges.size());
        LOG.info("Told posts of {} blocks that wait for Kafka", edges.size());
        return due.size();
    }

    private void backOff(IOException error) {
        if (pause.isZero()) {
            LOG.warn("posts can't be told of blocks that wait for Kafka: {}", error.toString());
        }
        metrics.failed();
        Duration longer = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
        resumeAt = clock.instant().plus(pause);
    }

    private static void report(Exception error) {
        Throwable passing = TransientDatabaseErrors.behind(error);
        if (passing != null) {
            LOG.warn("The outbox can't be read; trying again: {}", passing.toString());
        } else {
            LOG.error("Blocks that wait for Kafka can't be told; trying again", error);
        }
    }
}
