package dev.socialhub.messaging.inbox;

import dev.socialhub.messaging.kafka.KafkaConfiguration;
import dev.socialhub.messaging.kafka.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls for one consumer, on a thread of its own, until interrupted. A partition whose work met a
 * transient error is paused and tried again for ever, with growing pauses; the others go on.
 */
final class ConsumerLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerLoop.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration RECONNECT = Duration.ofMillis(500);
    private static final int MOST_RECORDS = 500;

    private final EventConsumer consumer;
    private final KafkaConfiguration kafka;
    private final Topics topics;
    private final Progress progress;
    private final Function<DeadLetters, PartitionWork> work;
    private final PausedPartitions paused = new PausedPartitions();
    private final Commits commits;

    ConsumerLoop(
            EventConsumer consumer,
            KafkaConfiguration kafka,
            Topics topics,
            Progress progress,
            Function<DeadLetters, PartitionWork> work) {
        this.consumer = consumer;
        this.kafka = kafka;
        this.topics = topics;
        this.progress = progress;
        this.work = work;
        this.commits = new Commits(consumer.group(), System::nanoTime);
    }

    @Override
    public void run() {
        try (DeadLetters deadLetters = new DeadLetters(consumer.group(), kafka)) {
            PartitionWork partitionWork = work.apply(deadLetters);
            while (true) {
                awaitTopics();
                try (Consumer<byte[], byte[]> client = connect()) {
                    poll(client, partitionWork);
                } catch (InterruptException e) {
                    throw new InterruptedException();
                } catch (RuntimeException e) {
                    LOG.error("The consumer of {} starts over", consumer.group(), e);
                }
                Thread.sleep(RECONNECT);
            }
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitTopics() throws InterruptedException {
        List<String> needed = new ArrayList<>(subscription());
        consumer.topics().forEach(topic -> needed.add(topic.deadLetterName(consumer.group())));
        boolean reported = false;
        while (true) {
            try {
                topics.ensure(needed);
                return;
            } catch (ExecutionException | KafkaException e) {
                if (!reported) {
                    LOG.warn(
                            "Kafka does not answer; {} waits for it: {}",
                            consumer.group(),
                            e.toString());
                    reported = true;
                }
                Thread.sleep(RECONNECT);
            }
        }
    }

    private List<String> subscription() {
        return consumer.topics().stream().map(Topics::namesOf).flatMap(List::stream).toList();
    }

    private Consumer<byte[], byte[]> connect() {
        paused.forgetAll();
        commits.forgetAll();
        progress.begin();
        Map<String, Object> settings = new HashMap<>(kafka.clientSettings());
        settings.put("group.id", consumer.group());
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("max.poll.records", MOST_RECORDS);
        settings.put("fetch.max.wait.ms", 200);
        settings.put("session.timeout.ms", 10_000);
        settings.put("heartbeat.interval.ms", 2_000);
        settings.put(
                "partition.assignment.strategy",
                List.of(CooperativeStickyAssignor.class.getName()));
        KafkaConsumer<byte[], byte[]> client =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        client.subscribe(
                subscription(),
                new ConsumerRebalanceListener() {
                    @Override
                    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                        commits.giveAway(client, partitions);
                        partitions.forEach(paused::forget);
                        progress.revoked(partitions);
                    }

                    @Override
                    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                        LOG.debug("{} takes {}", consumer.group(), partitions);
                        progress.assigned(partitions);
                    }
                });
        return client;
    }

    private void poll(Consumer<byte[], byte[]> client, PartitionWork partitionWork)
            throws InterruptedException {
        try {
            Metric answers = answersOf(client);
            while (true) {
                client.resume(paused.due());
                long begun = System.nanoTime();
                ConsumerRecords<byte[], byte[]> records = client.poll(POLL);
                long brought = System.nanoTime();
                for (TopicPartition partition : client.assignment()) {
                    progress.polled(
                            partition, client.currentLag(partition), records.records(partition));
                }
                handle(client, records, partitionWork);
                commits.whenDue(client);
                progress.settled(begun, (Double) answers.metricValue(), paused.count());
                if (!records.isEmpty() && records.count() < MOST_RECORDS) {
                    long rest = consumer.gather().toNanos() - (System.nanoTime() - brought);
                    Thread.sleep(Duration.ofNanos(Math.max(0, rest)));
                }
            }
        } catch (InterruptException e) {
            // Kafka leaves the flag set, and under it no client can leave its group in good order.
            Thread.interrupted();
            throw new InterruptedException();
        }
    }

    /** A poll doesn't say whether Kafka had no records or gave no answer; this count does. */
    private static Metric answersOf(Consumer<byte[], byte[]> client) {
        return client.metrics().values().stream()
                .filter(metric -> metric.metricName().name().equals("fetch-total"))
                .findFirst()
                .orElseThrow();
    }

    private void handle(
            Consumer<byte[], byte[]> client,
            ConsumerRecords<byte[], byte[]> records,
            PartitionWork partitionWork)
            throws InterruptedException {
        // Six partitions with a record each are one transaction, not six.
        boolean done = records.partitions().size() > 1 && partitionWork.handledTogether(records);
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> theirs = records.records(partition);
            long next = done ? theirs.getLast().offset() + 1 : partitionWork.handle(theirs);
            goOn(client, partition, theirs, next);
        }
    }

    private void goOn(
            Consumer<byte[], byte[]> client,
            TopicPartition partition,
            List<ConsumerRecord<byte[], byte[]>> records,
            long next) {
        progress.handled(partition, records, next);
        if (next > records.getFirst().offset()) {
            paused.forget(partition);
            commits.handled(partition, next);
        }
        if (next <= records.getLast().offset()) {
            client.seek(partition, next);
            client.pause(List.of(partition));
            paused.add(partition);
        }
    }
}
