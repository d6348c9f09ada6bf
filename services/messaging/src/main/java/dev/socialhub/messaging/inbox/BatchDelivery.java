package dev.socialhub.messaging.inbox;

import io.micronaut.configuration.kafka.ConsumerRegistry;
import io.micronaut.context.BeanProvider;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings batches to one consumer, on the thread that polls. A partition whose work met a transient
 * error is set back to its first unhandled record, paused and tried again for ever, with growing
 * pauses; the others go on.
 */
final class BatchDelivery implements PollObserver<byte[], byte[]> {

    static final int MAX_RECORDS = 500;

    private static final Logger LOG = LoggerFactory.getLogger(BatchDelivery.class);

    private final EventConsumer consumer;
    private final PartitionWork work;
    private final Progress progress;
    private final BeanProvider<ConsumerRegistry> registry;
    private final PausedPartitions paused = new PausedPartitions();
    private final PositionCommits commits = new PositionCommits(System::nanoTime);
    private @Nullable MeasuredConsumer<byte[], byte[]> client;
    private @Nullable String clientId;
    private @Nullable String group;
    private boolean polledBefore;
    private long polledAt;
    private long broughtAt;
    private volatile @Nullable Thread working;
    private volatile boolean stopping;

    BatchDelivery(
            EventConsumer consumer,
            PartitionWork work,
            Progress progress,
            BeanProvider<ConsumerRegistry> registry) {
        this.consumer = consumer;
        this.work = work;
        this.progress = progress;
        this.registry = registry;
    }

    /** This client polls from now on. */
    void begin(Consumer<byte[], byte[]> client) {
        MeasuredConsumer<byte[], byte[]> measured = (MeasuredConsumer<byte[], byte[]>) client;
        this.client = measured;
        // Later on the client belongs to the thread that polls.
        group = measured.groupMetadata().groupId();
        progress.begin();
        measured.observe(this);
    }

    /** Group and topics, as the listener's annotations say them. */
    String listensAs() {
        List<String> topics =
                registry.get().getConsumerSubscription(clientId()).stream().sorted().toList();
        return group + " reads " + topics;
    }

    /** The topics exist; from now on the client brings their records. */
    void start() {
        client().start();
    }

    /** The library waits for a running batch without end, so the batch is told to end. */
    void stop() {
        stopping = true;
        Thread busy = working;
        if (busy != null) {
            busy.interrupt();
        }
    }

    void assigned(Collection<TopicPartition> partitions) {
        LOG.debug("{} is assigned {}", consumer.group(), partitions);
        progress.assigned(partitions);
    }

    /** These partitions are about to get another owner. */
    void revoked(Collection<TopicPartition> partitions) {
        commits.commitBeforeRevoked(client(), partitions);
        lost(partitions);
    }

    /** These partitions may have another owner already. */
    void lost(Collection<TopicPartition> partitions) {
        commits.forget(partitions);
        partitions.forEach(paused::forget);
        if (!stopping) {
            // A request to pause outlasts the assignment: the partition would come back paused.
            // At the end the registry has forgotten the client already.
            registry.get().resume(clientId(), partitions);
        }
        progress.revoked(partitions);
    }

    @Override
    public void beforePoll(double answers) {
        if (polledBefore) {
            progress.settled(polledAt, answers, paused.count());
        }
        commits.commitIfDue(client());
        Set<TopicPartition> due = new HashSet<>(paused.due());
        if (!due.isEmpty()) {
            registry.get().resume(clientId(), due);
            client().resume(due);
        }
        polledAt = System.nanoTime();
    }

    @Override
    public void afterPoll(ConsumerRecords<byte[], byte[]> records) {
        polledBefore = true;
        broughtAt = System.nanoTime();
        for (TopicPartition partition : client().assignment()) {
            progress.polled(partition, client().currentLag(partition), records.records(partition));
        }
    }

    /** Handles records that a poll has brought; those of each partition in order. */
    void deliver(ConsumerRecords<byte[], byte[]> records) {
        Map<TopicPartition, Long> next = new HashMap<>();
        for (TopicPartition partition : records.partitions()) {
            next.put(partition, records.records(partition).getFirst().offset());
        }
        working = Thread.currentThread();
        try {
            if (!stopping) {
                handle(records, next);
                gather(records.count());
            }
        } catch (InterruptedException e) {
            LOG.debug("{} stops in the middle of a batch", consumer.group(), e);
        } catch (RuntimeException | Error e) {
            // An Error would end the polling thread, and the library would wait for it for ever.
            LOG.error("{} processes a batch again", consumer.group(), e);
        } finally {
            working = null;
            // The client can't leave its group in good order while the flag is set.
            Thread.interrupted();
            next.forEach(
                    (partition, offset) -> settle(partition, records.records(partition), offset));
        }
    }

    /**
     * @param next of each partition the offset to go on from; kept up to date as the work goes on
     */
    private void handle(ConsumerRecords<byte[], byte[]> records, Map<TopicPartition, Long> next)
            throws InterruptedException {
        // Six partitions with a record each are one transaction, not six.
        boolean done = records.partitions().size() > 1 && work.handledTogether(records);
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> partitionRecords = records.records(partition);
            next.put(
                    partition,
                    done ? partitionRecords.getLast().offset() + 1 : work.handle(partitionRecords));
        }
    }

    private void gather(int count) throws InterruptedException {
        if (count < MAX_RECORDS) {
            long rest = consumer.gather().toNanos() - (System.nanoTime() - broughtAt);
            Thread.sleep(Duration.ofNanos(Math.max(0, rest)));
        }
    }

    private void settle(
            TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records, long next) {
        progress.handled(partition, records, next);
        if (next > records.getFirst().offset()) {
            commits.handled(partition, next);
            paused.forget(partition);
        }
        if (next <= records.getLast().offset()) {
            client().seek(partition, next);
            // Only the registry's pause lasts for more than one poll.
            registry.get().pause(clientId(), Set.of(partition));
            paused.add(partition);
        }
    }

    private MeasuredConsumer<byte[], byte[]> client() {
        return Objects.requireNonNull(client);
    }

    /** What the library calls the client; known once its thread runs. */
    private String clientId() {
        String known = clientId;
        if (known == null) {
            ConsumerRegistry consumers = registry.get();
            known =
                    consumers.getConsumerIds().stream()
                            .filter(id -> client().equals(consumers.getConsumer(id)))
                            .findFirst()
                            .orElseThrow();
            clientId = known;
        }
        return known;
    }
}
