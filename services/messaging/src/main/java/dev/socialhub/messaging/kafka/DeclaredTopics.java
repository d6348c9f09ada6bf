package dev.socialhub.messaging.kafka;

import dev.socialhub.contracts.event.DeclaredTopic;
import dev.socialhub.contracts.event.Topic;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates what is declared in {@link Topic} and not there yet. */
@Singleton
@Requires(classes = Admin.class)
public final class DeclaredTopics {

    private static final Logger LOG = LoggerFactory.getLogger(DeclaredTopics.class);
    private static final Duration RETRY_INTERVAL = Duration.ofMillis(500);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);

    private final TopicConfiguration configuration;
    private final AdminClients clients;

    DeclaredTopics(TopicConfiguration configuration, AdminClients clients) {
        this.configuration = configuration;
        this.clients = clients;
    }

    /** The live topics and their replay topics, which writers and readers need; in order. */
    public static List<String> namesOf(Collection<Topic> topics) {
        return topics.stream()
                .flatMap(topic -> Stream.of(topic.topicName(), topic.replayName()))
                .sorted()
                .toList();
    }

    /**
     * Makes sure that these topics exist, however long Kafka is away.
     *
     * @param waiting what waits for it meanwhile, for the log
     */
    public void await(List<String> names, String waiting) throws InterruptedException {
        boolean reported = false;
        while (true) {
            try {
                ensure(names);
                if (reported) {
                    LOG.info("Kafka answers; no longer waiting: {}", waiting);
                }
                return;
            } catch (ExecutionException | RuntimeException e) {
                if (!reported) {
                    LOG.warn(
                            "Kafka does not answer; waiting for it: {}: {}", waiting, e.toString());
                    reported = true;
                }
                Thread.sleep(RETRY_INTERVAL);
            }
        }
    }

    /**
     * Safe to call at the same time from several services.
     *
     * @throws ExecutionException when Kafka is away or refuses
     */
    private void ensure(List<String> names) throws ExecutionException, InterruptedException {
        try (Admin admin = clients.create(REQUEST_TIMEOUT, CALL_TIMEOUT)) {
            Set<String> existing = admin.listTopics().names().get();
            List<NewTopic> missing = new ArrayList<>();
            for (String name : names) {
                if (!existing.contains(name)) {
                    missing.add(declared(name));
                }
            }
            for (var creation : admin.createTopics(missing).values().values()) {
                try {
                    creation.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e;
                    }
                }
            }
        }
    }

    private NewTopic declared(String name) {
        DeclaredTopic topic = DeclaredTopic.named(name);
        return new NewTopic(name, topic.partitions(), configuration.replicationFactor())
                .configs(topic.settings());
    }
}
