package dev.socialhub.cli.aot;

import dev.socialhub.backing.process.Launch;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The start-up caches of one platform. */
public final class StartupCaches {
    /** The variable that disables them when it is {@code off}. */
    public static final String SWITCH = "SOCIALHUB_AOT";

    private final Path folder;
    private final Path dist;
    private final boolean on;

    /**
     * @param folder where they are kept
     * @param dist where the last build has left the jars
     * @param environment the operator's
     */
    public StartupCaches(Path folder, Path dist, Map<String, String> environment) {
        this.folder = folder;
        this.dist = dist;
        this.on = !"off".equalsIgnoreCase(environment.getOrDefault(SWITCH, "").strip());
    }

    public boolean isOn() {
        return on;
    }

    /**
     * Empty for a launch that has no cache: a native program's, or any when caches are disabled.
     */
    public Optional<StartupCache> of(Launch launch) {
        if (!on) {
            return Optional.empty();
        }
        return JvmCommand.of(launch)
                .map(command ->
                        new StartupCache(
                                command, dist.resolve(command.jar().getFileName()), folder));
    }

    /** The launch with its cache, if there is a valid one; otherwise unchanged. */
    public Launch use(Launch launch) {
        return of(launch).map(cache -> cache.use(launch)).orElse(launch);
    }
}
