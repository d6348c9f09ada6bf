package dev.socialhub.messaging.kafka;

import dev.socialhub.contracts.event.DeclaredTopic;
import dev.socialhub.contracts.event.Topic;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates what is declared in {@link Topic} and not there yet. */
@Singleton
@Requires(classes = Admin.class)
public final class Topics {

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);

    private final TopicConfiguration configuration;
    private final AdminClients clients;

    Topics(TopicConfiguration configuration, AdminClients clients) {
        this.configuration = configuration;
        this.clients = clients;
    }

    /** The live topic and its replay topic, which writers and readers need. */
    public static List<String> namesOf(Topic topic) {
        return List.of(topic.topicName(), topic.replayName());
    }

    /**
     * Makes sure that these topics exist. Safe to call at the same time from several services.
     *
     * @throws ExecutionException when Kafka is away or refuses
     */
    public void ensure(List<String> names) throws ExecutionException, InterruptedException {
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
