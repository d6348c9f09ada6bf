package dev.socialhub.cli.process;

import dev.socialhub.backing.process.DetachedProcess;
import dev.socialhub.cli.concurrency.Parallel;
import dev.socialhub.cli.installation.HomeFolder;
import dev.socialhub.cli.platform.Component;
import dev.socialhub.cli.platform.Component.Kind;
import dev.socialhub.cli.platform.Components;
import dev.socialhub.cli.terminal.ProgressDisplay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Stops the processes that are remembered: the gateway first, so that no request reaches a stopped
 * service, then the services, then the servers, so that services can finish their work.
 */
public final class StopPlatform {
    private static final Duration USUAL_GRACE = Duration.ofSeconds(20);

    private final HomeFolder home;
    private final Components components;
    private final ProgressDisplay progress;

    public StopPlatform(HomeFolder home, Components components, ProgressDisplay progress) {
        this.home = home;
        this.components = components;
        this.progress = progress;
    }

    /** How many processes were alive and are now stopped. */
    public int stop() {
        return stop(home.startedProcesses());
    }

    /** The same for these alone, in the same order. */
    public int stop(Collection<String> names) {
        List<String> gateways = new ArrayList<>();
        List<String> services = new ArrayList<>();
        List<String> servers = new ArrayList<>();
        for (String name : names) {
            Optional<Component> known = component(name);
            if (known.isPresent() && known.get().kind() == Kind.server) {
                servers.add(name);
            } else {
                (name.startsWith(Components.GATEWAY) ? gateways : services).add(name);
            }
        }
        return List.of(gateways, services, servers).stream().mapToInt(this::stopAll).sum();
    }

    private int stopAll(List<String> names) {
        return Parallel.map(names, this::stop).stream().mapToInt(Integer::intValue).sum();
    }

    private int stop(String name) {
        Optional<DetachedProcess> running = home.process(name);
        if (running.isEmpty()) {
            forget(name);
            return 0;
        }
        progress.running(name, "stopping");
        running.get().stop(component(name).map(Component::stopGrace).orElse(USUAL_GRACE));
        progress.done(name, "stopped");
        return 1;
    }

    private void forget(String name) {
        try {
            Files.deleteIfExists(home.pidFile(name));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Optional<Component> component(String name) {
        return components.all().stream().filter(known -> known.name().equals(name)).findFirst();
    }
}
