package dev.socialhub.loadtest.events;

import dev.socialhub.loadtest.format.Outcome.Finding;
import dev.socialhub.loadtest.format.Phase;
import dev.socialhub.loadtest.measure.Journal;
import dev.socialhub.loadtest.measure.OperationTimes;
import dev.socialhub.loadtest.notice.EventObserver;
import dev.socialhub.loadtest.notice.Notifications;
import dev.socialhub.loadtest.plan.Plan;
import dev.socialhub.loadtest.run.Arrivals;
import dev.socialhub.loadtest.run.PhaseSchedule;
import dev.socialhub.loadtest.run.RunRefused;
import dev.socialhub.loadtest.users.TestUser;
import dev.socialhub.loadtest.users.TestUsers;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends events at their times. An operation has its end when Kafka has acknowledged the event; what
 * the consumers make of it is found out apart.
 */
public final class EventLoad {

    private static final String TOPIC = "POST_TOPIC";
    private static final double VISIBLE_MILLIS = 50;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Plan plan;
    private final TestUsers testUsers;
    private final PhaseSchedule schedule;
    private final Notifications notifications;
    private final String operation;
    private final Function<Phase, Journal> journals;
    private final EventObserver observer;
    private final Map<TestUser, List<String>> acknowledged = new HashMap<>();

    /**
     * @param operation what an event is called in the journals
     */
    public EventLoad(
            String operation,
            Plan plan,
            TestUsers testUsers,
            Notifications notifications,
            Function<Phase, Journal> journals,
            PhaseSchedule schedule) {
        this.plan = plan;
        this.testUsers = testUsers;
        this.schedule = schedule;
        this.notifications = notifications;
        this.operation = operation;
        this.journals = journals;
        this.observer = new EventObserver(notifications);
    }

    /**
     * Sends all of them.
     *
     * @throws RunRefused if there can't be a producer
     */
    public void run() throws InterruptedException {
        try (KafkaProducer<String, byte[]> producer = producer()) {
            long sent = send(producer, Phase.WARM_UP, plan.warmUpSeconds(), 0);
            send(producer, Phase.MEASURING, plan.seconds(), sent);
            producer.flush();
        } catch (KafkaException failure) {
            throw new RunRefused("no events can be sent: " + failure.getMessage(), failure);
        }
        schedule.ended();
    }

    private KafkaProducer<String, byte[]> producer() {
        Properties settings = new Properties();
        settings.putAll(plan.kafka());
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, "1");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "10000");
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "10000");
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "30000");
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private long send(
            KafkaProducer<String, byte[]> producer, Phase phase, int seconds, long firstNumber)
            throws InterruptedException {
        Arrivals arrivals = new Arrivals(plan.rate(), seconds, plan.run().hashCode());
        long number = firstNumber;
        for (OptionalLong due = arrivals.next(); due.isPresent(); due = arrivals.next()) {
            long wait = schedule.beginning(phase) + due.getAsLong() - System.nanoTime();
            if (wait > 0) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
            journals.apply(phase)
                    .late(System.nanoTime() - schedule.beginning(phase) - due.getAsLong());
            send(producer, phase, testUsers.user(number++));
        }
        return number;
    }

    private void send(KafkaProducer<String, byte[]> producer, Phase phase, TestUser author) {
        PostCreatedEvent event = PostCreatedEvent.of(author, Instant.now());
        String post = event.postId().toString();
        OperationTimes journal = journals.apply(phase).of(operation);
        long began = System.nanoTime();
        journal.started(second(phase, began));
        try {
            var _ =
                    producer.send(
                            new ProducerRecord<>(TOPIC, post, event.json()),
                            (_, error) -> {
                                long now = System.nanoTime();
                                if (error == null) {
                                    journal.succeeded(
                                            second(phase, now),
                                            TimeUnit.NANOSECONDS.toMicros(now - began));
                                    addAcknowledged(author, post);
                                } else {
                                    journal.failed(
                                            second(phase, now), error.getClass().getSimpleName());
                                }
                            });
        } catch (KafkaException refused) {
            journal.failed(second(phase, began), refused.getClass().getSimpleName());
            return;
        }
        if (phase == Phase.MEASURING) {
            observer.show(author, post, began);
        }
    }

    private int second(Phase phase, long now) {
        return (int) Math.max(0, TimeUnit.NANOSECONDS.toSeconds(now - schedule.beginning(phase)));
    }

    private void addAcknowledged(TestUser author, String post) {
        synchronized (acknowledged) {
            acknowledged.computeIfAbsent(author, _ -> new ArrayList<>()).add(post);
        }
    }

    /**
     * Waits until all recipients have been notified of all events, and counts missing and duplicate
     * notifications.
     */
    public List<Finding> findings() throws IOException, InterruptedException {
        observer.close();
        Map<TestUser, List<String>> expected;
        synchronized (acknowledged) {
            expected = Map.copyOf(acknowledged);
        }
        List<Finding> findings =
                new ArrayList<>(new DeliveryCheck(notifications, TIMEOUT).of(expected));
        findings.addAll(observer.findings(50, VISIBLE_MILLIS));
        return findings;
    }
}
