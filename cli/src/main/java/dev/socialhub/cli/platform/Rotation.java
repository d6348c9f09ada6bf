package dev.socialhub.cli.platform;

import dev.socialhub.backing.process.DetachedProcess;
import dev.socialhub.cli.http.Http;
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
final class Rotation {
    /** A stream of events lasts for hours; its client reconnects. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final Http HTTP = new Http(Duration.ofMillis(500), Duration.ofMillis(1_500));

    private final Home home;
    private final Catalogue catalogue;
    private final ProgressDisplay progress;

    Rotation(Home home, Catalogue catalogue, ProgressDisplay progress) {
        this.home = home;
        this.catalogue = catalogue;
        this.progress = progress;
    }

    /** Every instance of the catalogue, and these others. */
    void include(Collection<Component> others) {
        write(Stream.concat(catalogue.all().stream(), others.stream()).toList());
    }

    /**
     * Removes these, each of whose services keeps another instance. Returns when they handle no
     * request any more; after a time limit at the latest, or at once if no gateway runs.
     */
    void takeOut(Collection<Component> removed) {
        write(catalogue.all().stream().filter(component -> !removed.contains(component)).toList());
        Optional<Component> gateway = catalogue.gateway().filter(this::isAlive);
        if (removed.isEmpty() || gateway.isEmpty()) {
            return;
        }
        removed.forEach(component -> progress.running(component.name(), "draining"));
        Polling.until(TIMEOUT, () -> hasDrained(removed, gateway.get()));
    }

    /** Whether a process of this component is alive. */
    boolean isAlive(Component component) {
        return DetachedProcess.find(home.pidFile(component.name())).isPresent();
    }

    private void write(List<Component> components) {
        Map<String, List<String>> urls = new LinkedHashMap<>();
        for (Component component : components) {
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
