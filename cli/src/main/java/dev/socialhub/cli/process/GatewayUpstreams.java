package dev.socialhub.cli.process;

import dev.socialhub.cli.concurrency.Polling;
import dev.socialhub.cli.http.Http;
import dev.socialhub.cli.installation.HomeFolder;
import dev.socialhub.cli.platform.Component;
import dev.socialhub.cli.platform.Components;
import dev.socialhub.cli.terminal.ProgressDisplay;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which instances the gateway gives requests to. */
public final class GatewayUpstreams {
    /** A stream of events lasts for hours; its client reconnects. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final Http HTTP = new Http(Duration.ofMillis(500), Duration.ofMillis(1_500));

    private final HomeFolder home;
    private final Components components;
    private final ProgressDisplay progress;

    public GatewayUpstreams(HomeFolder home, Components components, ProgressDisplay progress) {
        this.home = home;
        this.components = components;
        this.progress = progress;
    }

    /** Every instance of the components, and these others. */
    public void include(Collection<Component> others) {
        write(Stream.concat(components.all().stream(), others.stream()).toList());
    }

    /**
     * Removes these, each of whose services keeps another instance. Returns when they handle no
     * request any more; after a time limit at the latest, or at once if no gateway runs.
     */
    public void drain(Collection<Component> removed) {
        write(components.all().stream().filter(component -> !removed.contains(component)).toList());
        Optional<Component> gateway = components.gateway().filter(this::isAlive);
        if (removed.isEmpty() || gateway.isEmpty()) {
            return;
        }
        removed.forEach(component -> progress.running(component.name(), "draining"));
        Polling.until(TIMEOUT, () -> hasDrained(removed, gateway.get()));
    }

    /** Whether a process of this component is alive. */
    public boolean isAlive(Component component) {
        return home.process(component.name()).isPresent();
    }

    private void write(List<Component> listed) {
        Map<String, List<String>> urls = new LinkedHashMap<>();
        for (Component component : listed) {
            if (component.isBalanced()) {
                urls.computeIfAbsent(component.service(), _ -> new ArrayList<>())
                        .add(component.url());
            }
        }
        new UpstreamsWriter(home.upstreams()).write(urls);
    }

    private static boolean hasDrained(Collection<Component> removed, Component gateway) {
        String health = health(gateway);
        return health.contains("\"services\"")
                && removed.stream().noneMatch(one -> health.contains('"' + one.url() + '"'));
    }

    /** The gateway's own report on all instances; empty when it doesn't answer. */
    private static String health(Component gateway) {
        try {
            return HTTP.send("GET", gateway.url() + "/health", Map.of(), null).text();
        } catch (IOException noAnswer) {
            return "";
        }
    }
}
