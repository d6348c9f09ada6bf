package dev.socialhub.cli.process;

import dev.socialhub.cli.platform.Component;
import dev.socialhub.cli.platform.Components;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Stops some processes and brings them up again: the instances of one service one after another, so
 * that the service remains available.
 */
public final class RestartProcesses {
    private final Components components;
    private final StopPlatform stop;
    private final GatewayUpstreams upstreams;
    private final Consumer<List<Component>> start;

    /**
     * @param start brings processes up, and throws if it can't
     */
    public RestartProcesses(
            Components components,
            StopPlatform stop,
            GatewayUpstreams upstreams,
            Consumer<List<Component>> start) {
        this.components = components;
        this.stop = stop;
        this.upstreams = upstreams;
        this.start = start;
    }

    /**
     * Restarts these processes and returns them; processes that a named service needs are started
     * too.
     */
    public List<Component> restart(Set<String> names) {
        List<Component> wanted = components.select(names);
        List<Component> named = components.named(names);
        // What can't be prepared couldn't be started again either: so it is found while the old
        // process still runs.
        named.forEach(Component::prepare);
        for (List<Component> round : rounds(named)) {
            List<Component> later = new ArrayList<>(named);
            later.removeAll(round);
            List<Component> others = new ArrayList<>(wanted);
            others.removeAll(later);
            restart(round, others);
        }
        return named;
    }

    private void restart(List<Component> round, List<Component> wanted) {
        upstreams.drain(round.stream().filter(one -> isReplaced(one, round)).toList());
        try {
            stop.stop(round.stream().map(Component::name).toList());
            start.accept(wanted);
        } finally {
            upstreams.include(List.of());
        }
    }

    /** Whether another instance of its service keeps running meanwhile. */
    private boolean isReplaced(Component component, List<Component> round) {
        return component.isBalanced()
                && components.all().stream()
                        .filter(other -> other.service().equals(component.service()))
                        .anyMatch(other -> !round.contains(other) && upstreams.isAlive(other));
    }

    /** The smallest number of rounds that leaves one instance of every service that has several. */
    private static List<List<Component>> rounds(List<Component> named) {
        List<List<Component>> rounds = new ArrayList<>();
        for (Component component : named) {
            List<Component> round =
                    rounds.stream()
                            .filter(earlier ->
                                    earlier.stream()
                                            .noneMatch(one ->
                                                    one.service().equals(component.service())))
                            .findFirst()
                            .orElseGet(() -> {
                                List<Component> another = new ArrayList<>();
                                rounds.add(another);
                                return another;
                            });
            round.add(component);
        }
        return rounds;
    }
}
