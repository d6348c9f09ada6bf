package dev.socialhub.chat.fanout;

import com.mongodb.MongoException;
import dev.socialhub.chat.conversation.ConversationHeadStore;
import dev.socialhub.chat.conversation.ConversationHeadStore.Member;
import dev.socialhub.chat.conversation.DirectId;
import dev.socialhub.mongo.MongoErrors;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records, once a second, up to which message the clients of each member were sent messages. */
@Singleton
class DeliveryMarks {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryMarks.class);

    private final ConversationHeadStore heads;
    private Map<Member, Long> waiting = new HashMap<>();

    DeliveryMarks(ConversationHeadStore heads) {
        this.heads = heads;
    }

    synchronized void later(DirectId conversation, UUID userId, long seq) {
        waiting.merge(new Member(conversation, userId), seq, Math::max);
    }

    /** A mark that can't be recorded is lost: reading sets it, too. */
    @Scheduled(initialDelay = "1s", fixedDelay = "1s")
    void record() {
        try {
            Map<Member, Long> taken = take();
            if (!taken.isEmpty()) {
                heads.delivered(taken);
            }
        } catch (MongoException e) {
            if (!MongoErrors.passes(e)) {
                throw e;
            }
            LOG.warn("Deliveries are not recorded: {}", e.toString());
        }
    }

    private synchronized Map<Member, Long> take() {
        Map<Member, Long> taken = waiting;
        waiting = new HashMap<>();
        return taken;
    }
}
