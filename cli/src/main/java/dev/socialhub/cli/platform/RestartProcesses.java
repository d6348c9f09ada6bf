package dev.socialhub.cli.platform;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Stops some processes and brings them up again. */
final class RestartProcesses {
    private final Catalogue catalogue;
    private final StopPlatform stop;
    private final Consumer<List<Component>> start;

    /**
     * @param start brings processes up, and throws if it can't
     */
    RestartProcesses(Catalogue catalogue, StopPlatform stop, Consumer<List<Component>> start) {
        this.catalogue = catalogue;
        this.stop = stop;
        this.start = start;
    }

    /** Those named, which were restarted; servers that a named service needs are started too. */
    List<Component> restart(Set<String> names) {
        List<Component> wanted = catalogue.select(names);
        List<Component> named =
                wanted.stream().filter(component -> names.contains(component.name())).toList();
        // What can't be prepared couldn't be started again either: better to know while it runs.
        named.forEach(Component::prepare);
        stop.stop(names);
        start.accept(wanted);
        return named;
    }
}
