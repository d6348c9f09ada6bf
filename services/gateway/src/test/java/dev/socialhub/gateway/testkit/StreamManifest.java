package dev.socialhub.gateway.testkit;

import dev.socialhub.manifest.PlatformManifest;
import dev.socialhub.manifest.PlatformManifest.ServiceRoute;
import dev.socialhub.manifest.RouteAccess;
import dev.socialhub.manifest.RouteClass;
import dev.socialhub.manifest.RouteEntry;
import dev.socialhub.manifest.RouteUpgrade;
import dev.socialhub.manifest.ServiceEntry;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A manifest in which a service has streams: that of the release, or one of its services. */
public final class StreamManifest {

    private static final String PATH = "/socket.io/**";
    private static final PlatformManifest MANIFEST =
            owner(PlatformManifest.packaged()).isEmpty()
                    ? withStreams(PlatformManifest.packaged())
                    : PlatformManifest.packaged();

    private StreamManifest() {}

    public static PlatformManifest manifest() {
        return MANIFEST;
    }

    /** The service that has the streams. */
    public static ServiceEntry service() {
        return owner(MANIFEST).getFirst();
    }

    private static List<ServiceEntry> owner(PlatformManifest manifest) {
        return manifest.routes().stream()
                .filter(each -> each.route().path().equals(PATH))
                .map(ServiceRoute::service)
                .toList();
    }

    private static PlatformManifest withStreams(PlatformManifest release) {
        ServiceEntry last = release.behindGateway().getLast();
        return new PlatformManifest(
                release.services().stream()
                        .map(one -> one.equals(last) ? withStreams(one) : one)
                        .toList());
    }

    private static ServiceEntry withStreams(ServiceEntry service) {
        return new ServiceEntry(
                service.name(),
                service.port(),
                service.management(),
                service.role(),
                service.stores(),
                service.secrets(),
                service.groups(),
                service.instances(),
                service.heapMegabytes(),
                service.reads(),
                Stream.concat(
                                service.routes().stream(),
                                Stream.of(PATH, "/ws").map(StreamManifest::route))
                        .toList());
    }

    private static RouteEntry route(String path) {
        return new RouteEntry(
                Set.of(),
                path,
                RouteAccess.STREAM,
                1 << 20,
                1 << 20,
                RouteClass.LONG,
                RouteUpgrade.WEBSOCKET);
    }
}
