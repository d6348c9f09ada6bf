package dev.socialhub.gateway.route;

import dev.socialhub.manifest.PlatformManifest;
import java.util.List;
import java.util.Optional;

/**
 * A service that the gateway forwards to.
 *
 * @param label the name in settings, metrics and health reports
 */
public record Backend(String label) {
    private static final List<Backend> ALL =
            PlatformManifest.packaged().behindGateway().stream()
                    .map(service -> new Backend(service.name()))
                    .toList();

    /** Every service, in the manifest's order. */
    public static List<Backend> all() {
        return ALL;
    }

    /** The service with this name; empty when there is none. */
    public static Optional<Backend> labelled(String name) {
        return ALL.stream().filter(one -> one.label.equals(name)).findFirst();
    }
}
