package dev.socialhub.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class FailFastProducerTest {

    private final MockProducer<String, byte[]> kafka =
            new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
    private final FailFastProducer producer = new FailFastProducer(kafka);

    @Test
    void goesOnAfterWhatWasDelivered() {
        Future<RecordMetadata> first = producer.send(record());
        kafka.completeNext();
        Future<RecordMetadata> second = producer.send(record());
        kafka.completeNext();
        assertThat(List.of(first, second)).allMatch(Future::isDone);
        assertThat(kafka.history()).hasSize(2);
    }

    @Test
    void sendsNothingMoreOnceARecordIsGivenUp() {
        Future<RecordMetadata> first = producer.send(record());
        Future<RecordMetadata> second = producer.send(record());
        kafka.errorNext(new TimeoutException("too old"));
        assertThat(first.state()).isEqualTo(Future.State.FAILED);
        assertThat(second.state()).isEqualTo(Future.State.RUNNING);
        assertThat(kafka.closed()).isTrue();
        assertThatThrownBy(() -> producer.send(record())).isInstanceOf(IllegalStateException.class);
    }

    private static ProducerRecord<String, byte[]> record() {
        return new ProducerRecord<>("THING_TOPIC", "1", new byte[0]);
    }
}
