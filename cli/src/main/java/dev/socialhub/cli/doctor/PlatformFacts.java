package dev.socialhub.cli.doctor;

import dev.socialhub.backing.process.DetachedProcess;
import dev.socialhub.cli.aot.StartupCache.State;
import dev.socialhub.cli.installation.Installation;
import dev.socialhub.cli.installation.Programs;
import dev.socialhub.cli.platform.Component;
import dev.socialhub.cli.platform.Platform;
import dev.socialhub.cli.platform.Port;
import dev.socialhub.cli.platform.ResolvePlatform;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.training.CacheMaker;
import dev.socialhub.manifest.PlatformManifest;
import dev.socialhub.manifest.ServiceEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The facts that check-ups need about a platform, whether it ever ran or not. Creates no file. */
final class PlatformFacts {
    private final Installation installation;
    private final Platform byDefault;

    PlatformFacts(Installation installation) {
        this.installation = installation;
        this.byDefault = Platform.ofDefaults(installation);
    }

    /**
     * One port, and the process that is to listen there.
     *
     * @param process its name
     * @param pid of that process, if it is alive
     */
    record ListeningPort(Port port, int number, String process, Optional<Long> pid) {}

    /**
     * Each port that a start would use now.
     *
     * @throws OperatorError if the settings are invalid, or contradict the running platform
     */
    List<ListeningPort> ports() {
        return new ResolvePlatform(installation)
                .planned().components().all().stream()
                        .flatMap(component -> listening(component, pid(component)))
                        .toList();
    }

    /**
     * The state of each program's start-up cache, by its name.
     *
     * @param on whether they are in use at all
     * @param beingMade whether a background process is making it
     */
    record StartupCaches(boolean on, boolean beingMade, Map<String, State> states) {
        public StartupCaches {
            states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
        }
    }

    /** The start-up caches as a start would find them now. */
    StartupCaches startupCaches() {
        Map<String, State> states = new LinkedHashMap<>();
        for (Component component : byDefault.components().programs()) {
            installation
                    .caches()
                    .of(component.launch())
                    .ifPresent(cache -> states.put(cache.program(), cache.state()));
        }
        return new StartupCaches(
                installation.caches().isOn(), new CacheMaker(installation).isAtWork(), states);
    }

    /** Bytes of memory below which a start is refused, in the current state. */
    long refusedMemory() {
        return missing(Platform.REQUIRED_MEMORY);
    }

    /**
     * The part of an amount for the whole platform that the processes need which aren't running.
     */
    long missing(long whole) {
        List<Component> all = byDefault.components().all();
        long missing = all.stream().filter(component -> pid(component).isEmpty()).count();
        return whole * missing / all.size();
    }

    /** Programs that the last build should have left in {@code dist}, and that don't exist. */
    List<Path> missingPrograms() {
        Stream<String> jars =
                Stream.concat(
                                PlatformManifest.packaged().services().stream()
                                        .map(ServiceEntry::name),
                                Stream.of(Programs.SERVERS))
                        .map(name -> name + ".jar");
        return Stream.concat(jars, Stream.of(Programs.LIBRARIES))
                .map(installation.dist()::resolve)
                .filter(file -> !Files.exists(file))
                .toList();
    }

    /**
     * How many secrets are kept; none before the first start.
     *
     * @throws OperatorError if the file can't be read or lacks one
     */
    int secrets() {
        return Platform.storedSecrets(installation.home());
    }

    private static Stream<ListeningPort> listening(Component component, Optional<Long> pid) {
        return component.ports().entrySet().stream()
                .map(port ->
                        new ListeningPort(port.getKey(), port.getValue(), component.name(), pid));
    }

    private Optional<Long> pid(Component component) {
        return installation.home().process(component.name()).map(DetachedProcess::pid);
    }
}
