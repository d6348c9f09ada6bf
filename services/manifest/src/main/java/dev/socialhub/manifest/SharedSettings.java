package dev.socialhub.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which files of common settings a service has, and what is filled into them. The services read
 * them when they start, the tool when it shows their settings.
 */
public final class SharedSettings {
    /** The property with the addresses of a service, followed by its name. */
    public static final String ADDRESSES = "socialhub.services.";

    private static final String FOLDER = "defaults/";

    private SharedSettings() {}

    /** The names of its files on the class path; not every store has one. */
    public static List<String> filesOf(ServiceEntry service) {
        List<String> names = new ArrayList<>(List.of("every"));
        if (service.role() != ServiceRole.KEYS) {
            names.add("verifier");
        }
        if (!service.isGateway()) {
            names.add("api");
        }
        service.stores().stream().map(Store::label).sorted().forEach(names::add);
        return names.stream().map(name -> FOLDER + name + ".yml").toList();
    }

    /** The text of such a file for this service. */
    public static String fill(String template, ServiceEntry service) {
        return template.replace("{service.name}", service.name())
                .replace("{service.port}", Integer.toString(service.port()));
    }

    /**
     * The addresses of every service behind the gateway as properties: that of its variable, or the
     * usual one.
     */
    public static Map<String, String> addresses() {
        Map<String, String> addresses = new LinkedHashMap<>();
        PlatformManifest.packaged()
                .behindGateway()
                .forEach(service ->
                        addresses.put(
                                ADDRESSES + service.name(),
                                "${%s:`%s`}".formatted(service.urlVariable(), service.usualUrl())));
        return addresses;
    }
}
