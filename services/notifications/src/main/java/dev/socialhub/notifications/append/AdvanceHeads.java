package dev.socialhub.notifications.append;

import com.mongodb.MongoException;
import dev.socialhub.mongo.MongoErrors;
import dev.socialhub.notifications.head.HeadStore;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings heads up to the ends of their rows, once a second for all. Until then they lag behind,
 * which costs readers nothing as long as it is by less than they look forward anyway.
 */
@Singleton
final class AdvanceHeads {

    private static final Logger LOG = LoggerFactory.getLogger(AdvanceHeads.class);

    private final HeadStore heads;
    private Map<UUID, Long> waiting = new HashMap<>();

    AdvanceHeads(HeadStore heads) {
        this.heads = heads;
    }

    /** Has the heads of these rows raised soon. */
    synchronized void later(Map<UUID, Long> lastSeqs) {
        lastSeqs.forEach((owner, seq) -> waiting.merge(owner, seq, Math::max));
    }

    @Scheduled(initialDelay = "1s", fixedDelay = "1s")
    @PreDestroy
    void raiseIfAvailable() {
        try {
            now();
        } catch (MongoException | IllegalStateException e) {
            if (!MongoErrors.passes(e)) {
                throw e;
            }
            LOG.warn("Heads are advanced later, since MongoDB does not answer: {}", e.toString());
        }
    }

    /** Raises all that wait; they go on waiting if that fails. */
    void now() {
        Map<UUID, Long> taken = take();
        if (taken.isEmpty()) {
            return;
        }
        boolean raised = false;
        try {
            heads.raise(taken);
            raised = true;
        } finally {
            if (!raised) {
                later(taken);
            }
        }
    }

    private synchronized Map<UUID, Long> take() {
        Map<UUID, Long> taken = waiting;
        waiting = new HashMap<>();
        return taken;
    }
}
