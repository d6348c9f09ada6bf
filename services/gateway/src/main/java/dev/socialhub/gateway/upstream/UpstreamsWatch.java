package dev.socialhub.gateway.upstream;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Checks the file of instances at intervals, and makes the gateway apply its changes. */
@Singleton
final class UpstreamsWatch implements ApplicationEventListener<ServerStartupEvent> {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(250);

    private final UpstreamsFile file;
    private final Upstreams upstreams;
    private final HealthMonitor health;
    private @Nullable Thread watcher;

    UpstreamsWatch(UpstreamsFile file, Upstreams upstreams, HealthMonitor health) {
        this.file = file;
        this.upstreams = upstreams;
        this.health = health;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent started) {
        if (file.isNamed()) {
            watcher = Thread.ofVirtual().name("upstreams-file").start(this::watch);
        }
    }

    private void watch() {
        try {
            while (true) {
                upstreams.refresh();
                health.watchAll();
                Thread.sleep(POLL_INTERVAL);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void stop() {
        if (watcher != null) {
            watcher.interrupt();
        }
    }
}
