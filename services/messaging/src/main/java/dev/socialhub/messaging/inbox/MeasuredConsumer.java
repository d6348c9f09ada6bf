package dev.socialhub.messaging.inbox;

import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * Kafka's client, with an observer of its polls. It is created, and asks Kafka for something, only
 * once it is started.
 *
 * @param <K> keys
 * @param <V> values
 */
interface MeasuredConsumer<K, V> extends Consumer<K, V> {

    /**
     * Returns a client that is not started.
     *
     * @param group the consumer group that it joins
     * @param factory creates Kafka's client; it is called again if it fails
     */
    @SuppressWarnings("unchecked")
    static <K, V> MeasuredConsumer<K, V> create(String group, Supplier<Consumer<K, V>> factory) {
        return (MeasuredConsumer<K, V>)
                Proxy.newProxyInstance(
                        MeasuredConsumer.class.getClassLoader(),
                        new Class<?>[] {MeasuredConsumer.class},
                        new DeferredClient<>(group, factory));
    }

    /** The consumer group. */
    String group();

    /** To be called before the first poll. */
    void observe(PollObserver<K, V> observer);

    /** From now on polls bring records. */
    void start();
}
