package dev.socialhub.messaging.inbox;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.ShutdownEvent;
import jakarta.inject.Singleton;
import java.util.List;

/** Ends the consumers' work with the service, while everything that they need is still there. */
@Singleton
@Requires(beans = EventConsumer.class)
final class StopListeners implements ApplicationEventListener<ShutdownEvent> {

    private final List<EventListener> listeners;

    StopListeners(List<EventListener> listeners) {
        this.listeners = listeners;
    }

    @Override
    public void onApplicationEvent(ShutdownEvent event) {
        listeners.forEach(listener -> listener.delivery().stop());
    }
}
