package dev.socialhub.users.replica;

import dev.socialhub.contracts.user.EdgeSnapshot;
import dev.socialhub.shared.problem.TransientDatabaseErrors;
import io.micronaut.context.annotation.EachBean;
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
 * Sends each replica the blocks that Kafka hasn't accepted in time. The blocks to send are read
 * from the outbox, so they survive a crash; memory only prevents a block from being sent
 * repeatedly. Several instances may send the same block: the versions of the edges decide.
 */
@EachBean(EdgeReplica.class)
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

    void push() {
        if (clock.instant().isBefore(resumeAt)) {
            return;
        }
        try {
            int count = BATCH;
            while (count == BATCH) {
                count = pushBatch();
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
        List<Long> seqs =
                waiting.stream().filter(one -> !pushed.contains(one)).limit(BATCH).toList();
        if (seqs.isEmpty()) {
            return 0;
        }
        List<EdgeSnapshot> edges = unsent.read(seqs);
        replica.take(edges);
        pushed.addAll(seqs);
        pause = Duration.ZERO;
        metrics.pushed(edges.size());
        LOG.info("Pushed to {} {} blocks that wait for Kafka", replica.name(), edges.size());
        return seqs.size();
    }

    private void backOff(IOException error) {
        if (pause.isZero()) {
            LOG.warn(
                    "Blocks that wait for Kafka can't be pushed to {}: {}",
                    replica.name(),
                    error.toString());
        }
        metrics.failed();
        Duration longer = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
        pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
        resumeAt = clock.instant().plus(pause);
    }

    private static void report(Exception error) {
        Throwable transientError = TransientDatabaseErrors.behind(error);
        if (transientError != null) {
            LOG.warn("The outbox can't be read; trying again: {}", transientError.toString());
        } else {
            LOG.error("Blocks that wait for Kafka can't be pushed; trying again", error);
        }
    }
}
