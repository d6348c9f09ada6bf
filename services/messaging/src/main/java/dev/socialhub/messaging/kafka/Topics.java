package dev.socialhub.messaging.kafka;

import dev.socialhub.contracts.event.DeclaredTopic;
import dev.socialhub.contracts.event.Topic;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates what is declared in {@link Topic} and not there yet. */
@Singleton
@Requires(classes = Admin.class)
public final class Topics {

    private final KafkaConfiguration configuration;

    Topics(KafkaConfiguration configuration) {
        this.configuration = configuration;
    }

    /** The live topic and its replay topic, for whoever writes or reads it. */
    public static List<String> namesOf(Topic topic) {
        return List.of(topic.topicName(), topic.replayName());
    }

    /**
     * Makes sure that these topics exist. Safe to call at the same time from several services.
     *
     * @throws ExecutionException when Kafka is away or refuses
     */
    public void ensure(List<String> names) throws ExecutionException, InterruptedException {
        Map<String, Object> settings = new HashMap<>(configuration.clientSettings());
        settings.put("request.timeout.ms", 5_000);
        settings.put("default.api.timeout.ms", 10_000);
        try (Admin admin = Admin.create(settings)) {
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
