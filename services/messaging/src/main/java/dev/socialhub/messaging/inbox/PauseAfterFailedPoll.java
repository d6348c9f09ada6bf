package dev.socialhub.messaging.inbox;

import io.micronaut.configuration.kafka.exceptions.DefaultKafkaListenerExceptionHandler;
import io.micronaut.configuration.kafka.exceptions.KafkaListenerException;
import io.micronaut.configuration.kafka.exceptions.KafkaListenerExceptionHandler;
import io.micronaut.context.annotation.Replaces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls that fail would follow each other without a pause. What handling throws never gets here.
 */
@Singleton
@Replaces(DefaultKafkaListenerExceptionHandler.class)
final class PauseAfterFailedPoll implements KafkaListenerExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(PauseAfterFailedPoll.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    @Override
    public void handle(KafkaListenerException failure) {
        LOG.error("{} can't poll; it tries again", failure.getKafkaListener(), failure.getCause());
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
