package dev.socialhub.e2e;

import dev.socialhub.manifest.PlatformManifest;
import dev.socialhub.manifest.ServiceEntry;
import java.util.List;

/** The names of the platform's services, for tests of each. */
public final class ServiceNames {
    private ServiceNames() {}

    static List<String> all() {
        return names(PlatformManifest.packaged().services());
    }

    static List<String> behindGateway() {
        return names(PlatformManifest.packaged().behindGateway());
    }

    /** Those that have a database in PostgreSQL, and in it an outbox. */
    public static List<String> withDatabase() {
        return names(
                PlatformManifest.packaged().services().stream()
                        .filter(ServiceEntry::hasDatabase)
                        .toList());
    }

    /** Those that have consumer groups. */
    static List<String> consumers() {
        return names(
                PlatformManifest.packaged().services().stream()
                        .filter(service -> !service.groups().isEmpty())
                        .toList());
    }

    private static List<String> names(List<ServiceEntry> services) {
        return services.stream().map(ServiceEntry::name).toList();
    }
}
