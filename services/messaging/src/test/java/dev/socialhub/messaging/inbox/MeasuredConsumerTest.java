package dev.socialhub.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that asks Kafka for nothing before it is started. */
class MeasuredConsumerTest {

    private static final Duration SHORT = Duration.ofMillis(1);

    private final List<String> polls = new ArrayList<>();
    private MeasuredConsumer<byte[], byte[]> client;

    @BeforeEach
    void create() {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", "127.0.0.1:1");
        settings.put("group.id", "measured");
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        client = new MeasuredConsumer<>(settings, bytes, bytes);
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
        client.subscribe(List.of("topic"));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void pollsOnlyOnceItIsStarted() {
        assertThat(client.poll(SHORT)).isEmpty();
        assertThat(polls).isEmpty();
        client.start();
        assertThat(client.poll(SHORT)).isEmpty();
        assertThat(polls).containsExactly("before", "after");
    }

    @Test
    void canBeWokenUpBeforeItIsStarted() {
        client.wakeup();
        assertThatThrownBy(() -> client.poll(SHORT)).isInstanceOf(WakeupException.class);
    }
}
