package dev.socialhub.chat.sending;

import com.mongodb.MongoException;
import dev.socialhub.chat.message.Message;
import dev.socialhub.chat.message.MessageStore;
import dev.socialhub.mongo.MongoErrors;
import dev.socialhub.shared.housekeeping.Batches;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finishes what a crash has interrupted: events of messages that are stored are published, intents
 * without a message are removed.
 */
@Singleton
class SweepIntents {

    private static final Logger LOG = LoggerFactory.getLogger(SweepIntents.class);
    private static final int BATCH = 100;

    /** Longer than any request, so that its message is stored or never will be. */
    private static final Duration AGE = Duration.ofMinutes(1);

    private final MessageIntentRepository intents;
    private final MessageStore messages;
    private final AnnounceMessage announceMessage;
    private final Clock clock;

    SweepIntents(
            MessageIntentRepository intents,
            MessageStore messages,
            AnnounceMessage announceMessage,
            Clock clock) {
        this.intents = intents;
        this.messages = messages;
        this.announceMessage = announceMessage;
        this.clock = clock;
    }

    @Scheduled(initialDelay = "30s", fixedDelay = "30s")
    void sweep() {
        try {
            Batches.run("Events of messages can't be completed", this::sweepSome);
        } catch (MongoException e) {
            if (!MongoErrors.passes(e)) {
                throw e;
            }
            LOG.warn("Events of messages are completed later: {}", e.toString());
        }
    }

    /** Returns how many intents were found. */
    int sweepSome() {
        List<String> keys = intents.olderThan(clock.instant().minus(AGE), BATCH);
        Map<String, Message> stored = keys.isEmpty() ? Map.of() : messages.byKeys(keys);
        for (String key : keys) {
            Message message = stored.get(key);
            if (message == null) {
                intents.remove(key);
            } else {
                announceMessage.announce(key, message);
            }
        }
        return keys.size();
    }
}
