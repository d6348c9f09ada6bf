package dev.socialhub.manifest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One service of the platform.
 *
 * @param name of its process, its jar, its container and its log
 * @param port where the gateway and other services call it
 * @param management another port for health and metrics, if it has one
 * @param secrets names of the secrets that it gets, without the password of its database
 * @param groups its consumer groups
 * @param instances how many run unless the operator asks for another number
 * @param heapMegabytes the largest heap of an instance on a local platform
 * @param reads GET paths that need a token
 * @param routes what clients may call
 */
public record ServiceEntry(
        String name,
        int port,
        Optional<Integer> management,
        ServiceRole role,
        Set<Store> stores,
        List<String> secrets,
        List<String> groups,
        int instances,
        int heapMegabytes,
        List<String> reads,
        List<RouteEntry> routes) {
    public ServiceEntry {
        stores = Set.copyOf(stores);
        secrets = List.copyOf(secrets);
        groups = List.copyOf(groups);
        reads = List.copyOf(reads);
        routes = List.copyOf(routes);
    }

    public boolean isGateway() {
        return role == ServiceRole.GATEWAY;
    }

    /** Whether it has a database of its own in PostgreSQL. */
    public boolean hasDatabase() {
        return stores.contains(Store.POSTGRES);
    }

    public String databaseName() {
        return name + "_db";
    }

    /** The secret that its database's password is kept under. */
    public String databasePassword() {
        return variable("DB_PASSWORD");
    }

    /** The variable by which other services are told its addresses. */
    public String urlVariable() {
        return variable("URL");
    }

    /** Its address on a machine where nothing is configured. */
    public String usualUrl() {
        return "http://127.0.0.1:" + port;
    }

    /** A variable about this service, such as {@code POSTS_URL}. */
    public String variable(String suffix) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_') + "_" + suffix;
    }
}
