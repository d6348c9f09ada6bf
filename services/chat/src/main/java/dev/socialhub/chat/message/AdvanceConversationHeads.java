package dev.socialhub.chat.message;

import com.mongodb.MongoException;
import dev.socialhub.chat.conversation.ConversationHeadStore;
import dev.socialhub.chat.conversation.ConversationHeadStore.End;
import dev.socialhub.chat.conversation.ConversationId;
import dev.socialhub.mongo.MongoErrors;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings heads up to the ends of their conversations, twice a second for all. Until then they lag
 * behind, and readers look forward from them.
 */
@Singleton
class AdvanceConversationHeads {

    private static final Logger LOG = LoggerFactory.getLogger(AdvanceConversationHeads.class);

    private final ConversationHeadStore heads;
    private Map<ConversationId, End> waiting = new HashMap<>();

    AdvanceConversationHeads(ConversationHeadStore heads) {
        this.heads = heads;
    }

    /** Has the heads of these messages' conversations raised soon. */
    synchronized void later(Collection<Message> messages) {
        messages.forEach(one ->
                waiting.merge(one.conversation(), new End(one.seq(), one.createdAt()), End::later));
    }

    private synchronized void later(Map<ConversationId, End> ends) {
        ends.forEach((id, end) -> waiting.merge(id, end, End::later));
    }

    @Scheduled(initialDelay = "500ms", fixedDelay = "500ms")
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
        Map<ConversationId, End> taken = take();
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

    private synchronized Map<ConversationId, End> take() {
        Map<ConversationId, End> taken = waiting;
        waiting = new HashMap<>();
        return taken;
    }
}
