package dev.socialhub.gateway.upstream;

import dev.socialhub.gateway.GatewaySettings;
import dev.socialhub.gateway.upstream.Instance.Health;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks at intervals whether every instance is ready, so that a dead instance is excluded before a
 * request reaches it, and included again without one. One virtual thread per instance, separate
 * from the event loops.
 */
@Singleton
final class HealthMonitor implements ApplicationEventListener<ServerStartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(HealthMonitor.class);

    /** The time within which a program that is replaced between two checks is noticed. */
    private static final Duration VERSION_HOLDS = Duration.ofMinutes(1);

    private final Upstreams upstreams;
    private final GatewaySettings.Health settings;
    private final InstanceProbe probe;
    private final Clock clock;
    private final Map<Instance, Thread> watchers = new ConcurrentHashMap<>();

    HealthMonitor(Upstreams upstreams, GatewaySettings settings, InstanceProbe probe, Clock clock) {
        this.upstreams = upstreams;
        this.settings = settings.health();
        this.probe = probe;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent started) {
        watchAll();
    }

    /**
     * Starts to check the instances that were added since the last call; forgets those that were
     * removed.
     */
    void watchAll() {
        for (Upstream upstream : upstreams.all()) {
            for (Instance instance : upstream.instances()) {
                watchers.computeIfAbsent(
                        instance,
                        _ ->
                                Thread.ofVirtual()
                                        .name("health-" + upstream.backend().label())
                                        .start(() -> watch(instance)));
            }
        }
        watchers.keySet().removeIf(Instance::isRetired);
    }

    private void watch(Instance instance) {
        Instant askAgain = Instant.MIN;
        try {
            while (!instance.isRetired()) {
                Health before = instance.health();
                Health now = probe.check(instance);
                Instant at = clock.instant();
                instance.checked(now, at);
                if (now != before) {
                    LOG.info("{} is {}", instance.url(), now);
                    askAgain = at;
                }
                if (now == Health.UP && (instance.version() == null || !at.isBefore(askAgain))) {
                    instance.setVersion(probe.version(instance));
                    askAgain = at.plus(VERSION_HOLDS);
                }
                Thread.sleep(now == Health.UP ? settings.interval() : settings.retryInterval());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void stop() {
        watchers.values().forEach(Thread::interrupt);
    }
}
