package dev.socialhub.manifest;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the text of a manifest into entries, or says which one can't be read. */
final class ManifestReader {
    private static final String SERVICES = "services";
    private static final Set<String> SERVICE_KEYS =
            Set.of(
                    "port",
                    "management",
                    "role",
                    "stores",
                    "secrets",
                    "groups",
                    "instances",
                    "heap",
                    "reads",
                    "routes");
    private static final Set<String> ROUTE_KEYS = Set.of("access", "files", "class", "upgrade");
    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern SECRET = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern ROUTE =
            Pattern.compile(
                    "(?:([A-Z]+(?:\\|[A-Z]+)*) )?(/[^\\s*]*[^\\s*/]|/(?:[^\\s*]+/)?\\*\\*)");
    private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,3})MB");
    private static final long MEBIBYTE = 1024L * 1024;
    private static final int MAX_INSTANCES = 9;
    private static final int HEAP_MEGABYTES = 192;

    private ManifestReader() {}

    static List<ServiceEntry> read(String yaml) {
        ManifestNode root = ManifestNode.of("the file", YamlTree.read(yaml), Set.of(SERVICES));
        List<ServiceEntry> services = new ArrayList<>();
        ManifestNode.anyKeys(SERVICES, root.values().get(SERVICES))
                .values()
                .forEach((name, value) -> services.add(service(name, value)));
        return services;
    }

    private static ServiceEntry service(String name, @Nullable Object value) {
        if (!NAME.matcher(name).matches()) {
            throw new ManifestError(name, "a name has lower-case letters and single hyphens only");
        }
        ManifestNode node = ManifestNode.of(name, value, SERVICE_KEYS);
        Set<Store> stores = EnumSet.noneOf(Store.class);
        node.list("stores")
                .forEach(store -> stores.add(node.constant("stores", store, Store.class)));
        for (String secret : node.list("secrets")) {
            if (!SECRET.matcher(secret).matches()) {
                throw new ManifestError(name, "'%s' is no secret's name".formatted(secret));
            }
        }
        return new ServiceEntry(
                name,
                node.port("port"),
                node.number("management", 1, 65_535),
                node.constant("role", node.text("role").orElse("none"), ServiceRole.class),
                stores,
                node.list("secrets"),
                node.list("groups"),
                node.number("instances", 1, MAX_INSTANCES).orElse(1),
                node.number("heap", 64, 65_536).orElse(HEAP_MEGABYTES),
                node.list("reads"),
                routes(name, node.values().get("routes")));
    }

    private static List<RouteEntry> routes(String service, @Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        List<RouteEntry> routes = new ArrayList<>();
        Map<String, @Nullable Object> rows =
                ManifestNode.anyKeys(service + ": routes", value).values();
        rows.forEach((row, settings) -> routes.add(route(service, row, settings)));
        return routes;
    }

    private static RouteEntry route(String service, String row, @Nullable Object settings) {
        ManifestNode node = ManifestNode.of(service + ": " + row, settings, ROUTE_KEYS);
        Matcher parts = ROUTE.matcher(row);
        if (!parts.matches()) {
            throw new ManifestError(
                    node.where(), "is no route; write it like 'GET|POST /api/v1/{name}/list'");
        }
        String access =
                node.text("access")
                        .orElseThrow(() ->
                                new ManifestError(
                                        node.where(),
                                        "'access' is missing: public, bearer or stream"));
        RouteAccess allowed = node.constant("access", access, RouteAccess.class);
        RouteUpgrade upgrade =
                node.constant("upgrade", node.text("upgrade").orElse("none"), RouteUpgrade.class);
        if (upgrade != RouteUpgrade.NONE && allowed != RouteAccess.STREAM) {
            throw new ManifestError(node.where(), "'upgrade' needs the access 'stream'");
        }
        return new RouteEntry(
                parts.group(1) == null ? Set.of() : Set.of(parts.group(1).split("\\|")),
                parts.group(2),
                allowed,
                MEBIBYTE,
                node.text("files").map(size -> bytes(node, size)).orElse(MEBIBYTE),
                node.constant("class", node.text("class").orElse("normal"), RouteClass.class),
                upgrade);
    }

    private static long bytes(ManifestNode node, String size) {
        Matcher number = SIZE.matcher(size);
        if (!number.matches()) {
            throw new ManifestError(
                    node.where(), "'files' is '%s'; give a size such as 105MB".formatted(size));
        }
        return Long.parseLong(number.group(1)) * MEBIBYTE;
    }
}
