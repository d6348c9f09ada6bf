package dev.socialhub.messaging.inbox;

import dev.socialhub.messaging.kafka.DeclaredTopics;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets consumers receive events once the service is up and their topics exist. It listens to that
 * one event alone: a listener to all of them would be made by the first, which Flyway publishes
 * while the data source that the consumers need is being made, and would have another one made, and
 * so on.
 */
@Singleton
@Requires(beans = EventConsumer.class)
final class StartListeners implements ApplicationEventListener<ServerStartupEvent> {

    private final List<EventConsumer> consumers;
    private final List<EventListener> listeners;
    private final DeclaredTopics topics;
    private @Nullable Thread thread;

    StartListeners(
            List<EventConsumer> consumers, List<EventListener> listeners, DeclaredTopics topics) {
        this.consumers = consumers;
        this.listeners = listeners;
        this.topics = topics;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        check();
        thread = Thread.ofVirtual().name("start-listeners").start(this::start);
    }

    /** The annotations of the listeners must match what the consumers declare. */
    private void check() {
        Set<String> declared = new TreeSet<>();
        consumers.forEach(one ->
                declared.add(one.group() + " reads " + DeclaredTopics.namesOf(one.topics())));
        Set<String> listened = new TreeSet<>();
        listeners.forEach(one -> listened.add(one.delivery().listensAs()));
        if (!declared.equals(listened)) {
            throw new IllegalStateException(
                    "The listeners' annotations say: %s. The consumers declare: %s."
                            .formatted(listened, declared));
        }
    }

    private void start() {
        try {
            topics.await(needed(), "consumers");
            listeners.forEach(listener -> listener.delivery().start());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> needed() {
        return consumers.stream()
                .flatMap(one ->
                        Stream.concat(
                                DeclaredTopics.namesOf(one.topics()).stream(), deadLetters(one)))
                .distinct()
                .toList();
    }

    private static Stream<String> deadLetters(EventConsumer consumer) {
        return consumer.topics().stream().map(topic -> topic.deadLetterName(consumer.group()));
    }

    @PreDestroy
    void stop() {
        Thread starting = thread;
        if (starting != null) {
            starting.interrupt();
        }
    }
}
