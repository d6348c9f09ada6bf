package dev.socialhub.chat.socket;

import dev.socialhub.chat.metrics.SocketMetrics;
import dev.socialhub.chat.socketio.SocketPacket;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The groups by namespace: a user's group in one is not the user's group in another. */
@Factory
@Singleton
final class NamespaceGroups {

    private final LocalGroups main;
    private final SocketMetrics metrics;
    private final Map<String, LocalGroups> others = new ConcurrentHashMap<>();

    NamespaceGroups(BeanProvider<GroupObserver> observers, SocketMetrics metrics) {
        this.main = new LocalGroups(new OnFirstUse(observers)::get, metrics);
        this.metrics = metrics;
    }

    /** What the domain asks for. */
    @Bean
    @Singleton
    Groups groups() {
        return main;
    }

    LocalGroups of(Namespace namespace) {
        return namespace.name().equals(SocketPacket.MAIN_NAMESPACE)
                ? main
                : others.computeIfAbsent(namespace.name(), _ -> new LocalGroups(List::of, metrics));
    }

    private static final class OnFirstUse {

        private final BeanProvider<GroupObserver> provider;
        private volatile List<GroupObserver> observers = List.of();
        private volatile boolean asked;

        OnFirstUse(BeanProvider<GroupObserver> provider) {
            this.provider = provider;
        }

        List<GroupObserver> get() {
            if (!asked) {
                observers = provider.stream().toList();
                asked = true;
            }
            return observers;
        }
    }
}
