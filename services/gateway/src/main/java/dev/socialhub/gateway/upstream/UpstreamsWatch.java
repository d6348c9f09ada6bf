package dev.socialhub.gateway.upstream;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Looks at the file of instances again and again, and lets the gateway follow it. */
@Singleton
final class UpstreamsWatch implements ApplicationEventListener<ServerStartupEvent> {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

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
                Thread.sleep(BETWEEN_LOOKS);
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
