package dev.socialhub.messaging.inbox;

import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Is told of every poll of a client, also of those that bring nothing and so reach no listener. On
 * the thread that polls.
 *
 * @param <K> keys
 * @param <V> values
 */
interface PollObserver<K, V> {

    /**
     * What the last poll brought is dealt with, and another begins.
     *
     * @param answers how many fetches Kafka has answered this client. A poll doesn't say whether
     *     Kafka had no records or gave no answer; this count does.
     */
    void beforePoll(double answers);

    void afterPoll(ConsumerRecords<K, V> records);
}
