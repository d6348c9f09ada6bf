package dev.socialhub.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All services.
 *
 * @param services in the order in which they start and are shown
 */
public record PlatformManifest(List<ServiceEntry> services) {
    private static final String FILE = "/platform.yml";

    /** Read once: the file is packaged with the program and doesn't change under it. */
    private static final class Packaged {
        static final PlatformManifest MANIFEST = parse(text());
    }

    /** A route and the service that it leads to. */
    public record ServiceRoute(ServiceEntry service, RouteEntry route) {}

    /**
     * @throws ManifestError if two services contradict each other
     */
    public PlatformManifest {
        services = List.copyOf(services);
        ManifestRules.check(services);
    }

    /** The services of this release. */
    public static PlatformManifest packaged() {
        return Packaged.MANIFEST;
    }

    /**
     * @throws ManifestError if the text isn't a valid manifest
     */
    public static PlatformManifest parse(String yaml) {
        return new PlatformManifest(ManifestReader.read(yaml));
    }

    /** The service of this name. */
    public Optional<ServiceEntry> service(String name) {
        return services.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** The service that clients call. */
    public ServiceEntry gateway() {
        return only(ServiceRole.GATEWAY);
    }

    /** The service that publishes the keys of access tokens. */
    public ServiceEntry keyHolder() {
        return only(ServiceRole.KEYS);
    }

    /** The services that the gateway forwards to. */
    public List<ServiceEntry> behindGateway() {
        return services.stream().filter(one -> !one.isGateway()).toList();
    }

    /** All routes, the most specific first. */
    public List<ServiceRoute> routes() {
        return services.stream()
                .flatMap(service ->
                        service.routes().stream().map(route -> new ServiceRoute(service, route)))
                .sorted((one, other) -> RouteEntry.compare(one.route(), other.route()))
                .toList();
    }

    /** The names of all secrets that services get, each once. */
    public List<String> secrets() {
        Stream<String> passwords =
                services.stream()
                        .filter(ServiceEntry::hasDatabase)
                        .map(ServiceEntry::databasePassword);
        return Stream.concat(
                        services.stream().flatMap(service -> service.secrets().stream()), passwords)
                .distinct()
                .toList();
    }

    private ServiceEntry only(ServiceRole role) {
        return services.stream().filter(one -> one.role() == role).findFirst().orElseThrow();
    }

    private static String text() {
        try (InputStream file = PlatformManifest.class.getResourceAsStream(FILE)) {
            return new String(
                    Objects.requireNonNull(file, FILE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
