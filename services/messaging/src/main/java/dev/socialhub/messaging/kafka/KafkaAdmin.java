package dev.socialhub.messaging.kafka;

import dev.socialhub.shared.dependency.Dependency;
import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** One client for small questions to Kafka in the background; made when the first is asked. */
@Singleton
@Requires(classes = Admin.class)
public final class KafkaAdmin implements Dependency {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final AdminClients clients;
    private @Nullable Admin admin;

    KafkaAdmin(AdminClients clients) {
        this.clients = clients;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public boolean answers() throws ExecutionException, InterruptedException, TimeoutException {
        return !admin().describeCluster()
                .nodes()
                .get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
                .isEmpty();
    }

    /**
     * How many records lie in these topics.
     *
     * @throws ExecutionException when Kafka is away, or one of them isn't there
     */
    public long recordsIn(Collection<String> topics)
            throws ExecutionException, InterruptedException {
        List<TopicPartition> partitions =
                admin().describeTopics(topics).allTopicNames().get().values().stream()
                        .flatMap(topic ->
                                topic.partitions().stream()
                                        .map(one ->
                                                new TopicPartition(topic.name(), one.partition())))
                        .toList();
        return sum(partitions, OffsetSpec.latest()) - sum(partitions, OffsetSpec.earliest());
    }

    private long sum(List<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> question =
                partitions.stream().collect(Collectors.toMap(one -> one, _ -> which));
        return admin().listOffsets(question).all().get().values().stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = clients.create(TIMEOUT, TIMEOUT);
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
