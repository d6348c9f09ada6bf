package dev.socialhub.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that does not exist before it is started. */
class MeasuredConsumerTest {

    private static final Duration SHORT = Duration.ofMillis(1);

    private final List<String> polls = new ArrayList<>();
    private final MeasuredConsumer<byte[], byte[]> client =
            MeasuredConsumer.create("measured", this::kafkaConsumer);
    private boolean addressless;
    private int created;

    @BeforeEach
    void subscribe() {
        client.observe(
                new PollObserver<>() {
                    @Override
                    public void beforePoll(double answers) {
                        polls.add("before");
                    }

                    @Override
                    public void afterPoll(ConsumerRecords<byte[], byte[]> records) {
                        polls.add("after");
                    }
                });
        client.subscribe(
                List.of("topic"),
                new ConsumerRebalanceListener() {
                    @Override
                    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}

                    @Override
                    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}
                });
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void pollsOnlyOnceItIsStarted() {
        assertThat(client.poll(SHORT)).isEmpty();
        assertThat(polls).isEmpty();
        assertThat(created).isZero();
        assertThat(client.subscription()).containsExactly("topic");
        client.start();
        assertThat(client.poll(SHORT)).isEmpty();
        assertThat(client.poll(SHORT)).isEmpty();
        assertThat(polls).containsExactly("before", "after", "before", "after");
        assertThat(created).isEqualTo(1);
        assertThat(client.subscription()).containsExactly("topic");
    }

    @Test
    void isCreatedOnceTheHostNameHasAnAddress() {
        addressless = true;
        client.start();
        assertThatThrownBy(() -> client.poll(SHORT))
                .isInstanceOf(KafkaException.class)
                .hasRootCauseMessage("No resolvable bootstrap urls given in bootstrap.servers");
        addressless = false;
        assertThat(client.poll(SHORT)).isEmpty();
        assertThat(polls).containsExactly("before", "after");
    }

    @Test
    void canBeWokenUpBeforeItIsStarted() {
        client.wakeup();
        assertThatThrownBy(() -> client.poll(SHORT)).isInstanceOf(WakeupException.class);
    }

    @Test
    void aWakeUpBeforeItsCreationIsNotForgotten() {
        client.start();
        client.wakeup();
        assertThatThrownBy(() -> client.poll(SHORT)).isInstanceOf(WakeupException.class);
    }

    private Consumer<byte[], byte[]> kafkaConsumer() {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", addressless ? "kafka.invalid:9092" : "127.0.0.1:1");
        settings.put("group.id", "measured");
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, bytes, bytes);
        created++;
        return consumer;
    }
}
