package dev.socialhub.gateway.upstream;

import dev.socialhub.gateway.GatewaySettings;
import dev.socialhub.gateway.upstream.Instance.Health;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks every instance now and then whether it is ready, so that a dead one is left out before a
 * request meets it and comes back without one. One virtual thread for each instance, far from the
 * event loops.
 */
@Singleton
final class HealthMonitor implements ApplicationEventListener<ServerStartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(HealthMonitor.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Upstreams upstreams;
    private final GatewaySettings.Health settings;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
    private final Map<Instance, Thread> watchers = new ConcurrentHashMap<>();

    HealthMonitor(Upstreams upstreams, GatewaySettings settings) {
        this.upstreams = upstreams;
        this.settings = settings.health();
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent started) {
        watchAll();
    }

    /** Looks after those that have come since the last call; forgets those that have gone. */
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
        try {
            while (!instance.isRetired()) {
                Health before = instance.health();
                Health now = check(instance);
                instance.checked(now);
                if (now != before) {
                    LOG.info("{} is {}", instance.url(), now);
                }
                Thread.sleep(now == Health.UP ? settings.interval() : settings.retryInterval());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Health check(Instance instance) throws InterruptedException {
        instance.resolve();
        HttpRequest request =
                HttpRequest.newBuilder(instance.url().resolve("/health/readiness"))
                        .timeout(PATIENCE)
                        .build();
        try {
            int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status == 200 ? Health.UP : Health.NOT_READY;
        } catch (ConnectException | HttpConnectTimeoutException unreachable) {
            LOG.debug("{} can't be reached", instance.url(), unreachable);
            return Health.UNREACHABLE;
        } catch (IOException noAnswer) {
            // It took the connection, so it may be merely slow.
            LOG.debug("No answer from {}", instance.url(), noAnswer);
            return Health.NOT_READY;
        }
    }

    @PreDestroy
    void stop() {
        watchers.values().forEach(Thread::interrupt);
        http.shutdownNow();
    }
}
