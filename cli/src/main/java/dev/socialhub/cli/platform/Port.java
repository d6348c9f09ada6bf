package dev.socialhub.cli.platform;

import dev.socialhub.manifest.PlatformManifest;
import dev.socialhub.manifest.ServiceEntry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The purpose of a port.
 *
 * @param key its name in {@code ports.json}, lower case with hyphens
 * @param defaultNumber its number unless another is set
 */
public record Port(String key, int defaultNumber) {
    public static final Port POSTGRES = new Port("postgres", 5432);
    public static final Port REDIS = new Port("redis", 6379);
    public static final Port KAFKA = new Port("kafka", 9092);
    public static final Port KAFKA_CONTROLLER = new Port("kafka-controller", 9093);
    public static final Port MONGODB = new Port("mongodb", 27017);

    /** The ports of a platform with one instance of each service. */
    public static final List<Port> ALL = all(PlatformManifest.packaged());

    private static final Pattern FURTHER_INSTANCE = Pattern.compile("([a-z-]+)-([2-9])");
    private static final int BETWEEN_INSTANCES = 100;

    /** The port of a service's first instance, for its clients. */
    static Port of(ServiceEntry service) {
        return new Port(service.name(), service.port());
    }

    /** The port for a service's health and metrics, if that is another one. */
    static Optional<Port> managementOf(ServiceEntry service) {
        return service.management().map(number -> new Port(service.name() + "-management", number));
    }

    /** The port with that key in {@code ports.json}; empty when it is unknown. */
    static Optional<Port> ofKey(String key) {
        Optional<Port> known = ALL.stream().filter(port -> port.key.equals(key)).findFirst();
        Matcher further = FURTHER_INSTANCE.matcher(key);
        return known.isEmpty() && further.matches()
                ? ofKey(further.group(1))
                        .map(port -> port.ofInstance(further.group(2).charAt(0) - '0'))
                : known;
    }

    /** The same for another instance of the service, from 2. */
    Port ofInstance(int number) {
        return new Port(key + "-" + number, defaultNumber + BETWEEN_INSTANCES * (number - 1));
    }

    /** The environment variable that sets it. */
    public String variable() {
        return key.toUpperCase(Locale.ROOT).replace('-', '_') + "_PORT";
    }

    private static List<Port> all(PlatformManifest manifest) {
        Stream<Port> services =
                Stream.concat(Stream.of(manifest.gateway()), manifest.behindGateway().stream())
                        .flatMap(one ->
                                Stream.concat(Stream.of(of(one)), managementOf(one).stream()));
        Stream<Port> servers = Stream.of(POSTGRES, REDIS, KAFKA, KAFKA_CONTROLLER, MONGODB);
        return Stream.concat(services, servers).toList();
    }
}
