package dev.socialhub.manifest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What must hold between the services of a manifest. */
final class ManifestRules {
    private ManifestRules() {}

    /**
     * @throws ManifestError about the first entry that breaks a rule
     */
    static void check(List<ServiceEntry> services) {
        requireOne(services, ServiceRole.GATEWAY);
        requireOne(services, ServiceRole.KEYS);
        rejectSharedPorts(services);
        rejectSharedGroups(services);
        List<Owned> routes =
                services.stream()
                        .flatMap(one -> one.routes().stream().map(route -> new Owned(one, route)))
                        .toList();
        for (int i = 0; i < routes.size(); i++) {
            for (Owned other : routes.subList(0, i)) {
                rejectOverlap(routes.get(i), other);
            }
        }
    }

    private record Owned(ServiceEntry service, RouteEntry route) {
        String text() {
            return "'" + route + "' of " + service.name();
        }
    }

    private static void requireOne(List<ServiceEntry> services, ServiceRole role) {
        String label = ManifestNode.label(role);
        List<String> holders =
                services.stream()
                        .filter(one -> one.role() == role)
                        .map(ServiceEntry::name)
                        .toList();
        if (holders.isEmpty()) {
            throw new ManifestError(
                    "services", "no service has the role '%s'; give it to one".formatted(label));
        }
        if (holders.size() > 1) {
            throw new ManifestError(
                    holders.getLast(),
                    "%s has the role '%s' already; remove one"
                            .formatted(holders.getFirst(), label));
        }
    }

    private static void rejectSharedPorts(List<ServiceEntry> services) {
        Map<Integer, String> takenBy = new HashMap<>();
        for (ServiceEntry service : services) {
            Stream.concat(Stream.of(service.port()), service.management().stream())
                    .forEach(port -> {
                        String other = takenBy.put(port, service.name());
                        if (other != null) {
                            throw new ManifestError(
                                    service.name(),
                                    "port %d is already that of %s; choose another"
                                            .formatted(port, other));
                        }
                    });
        }
    }

    private static void rejectSharedGroups(List<ServiceEntry> services) {
        Map<String, String> ownedBy = new HashMap<>();
        for (ServiceEntry service : services) {
            for (String group : service.groups()) {
                String other = ownedBy.put(group, service.name());
                if (other != null) {
                    throw new ManifestError(
                            service.name(),
                            "the consumer group '%s' is already one of %s; choose another name"
                                    .formatted(group, other));
                }
            }
        }
    }

    /** A single path inside another service's prefix is meant; a prefix inside it is a mistake. */
    private static void rejectOverlap(Owned one, Owned other) {
        boolean sameService = one.service().equals(other.service());
        boolean nested = one.route().contains(other.route()) || other.route().contains(one.route());
        if (one.route().isRivalOf(other.route()) || (!sameService && nested)) {
            throw new ManifestError(
                    one.service().name(),
                    "its route '%s' overlaps %s; change one".formatted(one.route(), other.text()));
        }
    }
}
