package dev.socialhub.messaging.inbox;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link MeasuredConsumer} does with a call. Until Kafka's client exists, it answers those
 * calls itself that micronaut-kafka makes before a poll has brought records.
 */
final class DeferredClient<K, V> implements InvocationHandler {

    private final String group;
    private final Supplier<Consumer<K, V>> factory;
    private final CountDownLatch started = new CountDownLatch(1);
    private volatile boolean wokenUp;
    private volatile @Nullable Consumer<K, V> client;
    private @Nullable Metric answers;
    private @Nullable PollObserver<K, V> observer;
    private @Nullable Subscription subscription;

    private record Subscription(Set<String> topics, ConsumerRebalanceListener listener) {}

    DeferredClient(String group, Supplier<Consumer<K, V>> factory) {
        this.group = group;
        this.factory = factory;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "equals" -> isSame(proxy, first(arguments));
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> "consumer of group " + group;
            case "group" -> group;
            case "observe" -> observe(first(arguments));
            case "start" -> start();
            case "wakeup" -> wakeUp();
            case "poll" -> poll((Duration) first(arguments));
            default -> {
                Consumer<K, V> existing = client;
                yield existing == null
                        ? early(method, arguments)
                        : forward(existing, method, arguments);
            }
        };
    }

    /** As {@code Object.equals}, which would come here again. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(Object proxy, @Nullable Object other) {
        return proxy == other;
    }

    private static Object first(Object @Nullable [] arguments) {
        return Objects.requireNonNull(arguments)[0];
    }

    private static @Nullable Object forward(
            Consumer<?, ?> client, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Answers a call while Kafka's client does not exist. */
    private @Nullable Object early(Method method, Object @Nullable [] arguments) {
        return switch (method.getName()) {
            case "subscribe" -> subscribe(Objects.requireNonNull(arguments));
            case "subscription" -> subscription == null ? Set.of() : subscription.topics();
            case "assignment", "paused" -> Set.of();
            case "close" -> null;
            default ->
                    throw new IllegalStateException(method.getName() + " needs a started client");
        };
    }

    private @Nullable Void subscribe(Object[] arguments) {
        @SuppressWarnings("unchecked")
        Set<String> topics = Set.copyOf((Collection<String>) arguments[0]);
        subscription = new Subscription(topics, (ConsumerRebalanceListener) arguments[1]);
        return null;
    }

    @SuppressWarnings("unchecked")
    private @Nullable Void observe(Object observer) {
        this.observer = (PollObserver<K, V>) observer;
        return null;
    }

    private @Nullable Void start() {
        started.countDown();
        return null;
    }

    private @Nullable Void wakeUp() {
        wokenUp = true;
        Consumer<K, V> existing = client;
        if (existing != null) {
            existing.wakeup();
        }
        return null;
    }

    private ConsumerRecords<K, V> poll(Duration timeout) {
        if (!awaitStart(timeout)) {
            return ConsumerRecords.empty();
        }
        Consumer<K, V> polled = client == null ? create() : client;
        PollObserver<K, V> pollObserver = Objects.requireNonNull(observer);
        pollObserver.beforePoll((Double) Objects.requireNonNull(answers).metricValue());
        ConsumerRecords<K, V> records = polled.poll(timeout);
        pollObserver.afterPoll(records);
        return records;
    }

    /** Reports a wake-up as a poll of Kafka does: the library ends its polling thread so. */
    private boolean awaitStart(Duration timeout) {
        try {
            boolean done = started.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
            if (!done && wokenUp) {
                throw new WakeupException();
            }
            return done;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private Consumer<K, V> create() {
        Consumer<K, V> created = factory.get();
        answers =
                created.metrics().values().stream()
                        .filter(metric -> metric.metricName().name().equals("fetch-total"))
                        .findFirst()
                        .orElseThrow();
        Subscription wanted = Objects.requireNonNull(subscription);
        created.subscribe(wanted.topics(), wanted.listener());
        client = created;
        if (wokenUp) {
            created.wakeup();
        }
        return created;
    }
}
