package dev.socialhub.shared.dependency;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks every dependency again and again, each on a thread of its own, so that one that hangs does
 * not keep the others from being checked. A scrape only reads the latest results.
 */
@Context
final class DependencyWatch implements ApplicationEventListener<ServerStartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(DependencyWatch.class);
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    /** A dependency that is away is checked more often, so that its return is noticed sooner. */
    private static final Duration WHILE_AWAY = Duration.ofSeconds(1);

    private final List<Dependency> dependencies;
    private final Map<String, Double> up = new ConcurrentHashMap<>();
    private volatile List<Thread> threads = List.of();

    DependencyWatch(List<Dependency> dependencies, MeterRegistry meters) {
        this.dependencies = dependencies;
        for (Dependency dependency : dependencies) {
            String name = dependency.name();
            Gauge.builder("dependency.up", () -> up.getOrDefault(name, Double.NaN))
                    .description("Whether a dependency of this process answers: 1 or 0")
                    .tag("dependency", name)
                    .register(meters);
        }
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        start();
    }

    void start() {
        threads =
                dependencies.stream()
                        .map(one ->
                                Thread.ofVirtual()
                                        .name("watch-" + one.name())
                                        .start(() -> watch(one)))
                        .toList();
    }

    private void watch(Dependency dependency) {
        try {
            while (true) {
                boolean answers = ask(dependency);
                up.put(dependency.name(), answers ? 1.0 : 0.0);
                Thread.sleep(answers ? INTERVAL : WHILE_AWAY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks once. */
    static boolean ask(Dependency dependency) throws InterruptedException {
        try {
            return dependency.answers();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            LOG.debug("{} does not answer", dependency.name(), e);
            return false;
        }
    }

    @PreDestroy
    void close() {
        threads.forEach(Thread::interrupt);
    }
}
