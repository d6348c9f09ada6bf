package dev.socialhub.cli.platform;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The purpose of a port.
 *
 * @param key its name in {@code ports.json}, lower case with hyphens
 * @param usual its number unless another is set
 */
public record Port(String key, int usual) {
    public static final Port GATEWAY = new Port("gateway", 8080);
    public static final Port GATEWAY_MANAGEMENT = new Port("gateway-management", 9080);
    public static final Port AUTH = new Port("auth", 5000);
    public static final Port POSTS = new Port("posts", 5001);
    public static final Port NOTIFICATIONS = new Port("notifications", 5002);
    public static final Port USERS = new Port("users", 5003);
    public static final Port POSTGRES = new Port("postgres", 5432);
    public static final Port REDIS = new Port("redis", 6379);
    public static final Port KAFKA = new Port("kafka", 9092);
    public static final Port KAFKA_CONTROLLER = new Port("kafka-controller", 9093);
    public static final Port MONGODB = new Port("mongodb", 27017);

    /** The ports of a platform with one instance of each service. */
    static final List<Port> ALL =
            List.of(
                    GATEWAY,
                    GATEWAY_MANAGEMENT,
                    AUTH,
                    POSTS,
                    NOTIFICATIONS,
                    USERS,
                    POSTGRES,
                    REDIS,
                    KAFKA,
                    KAFKA_CONTROLLER,
                    MONGODB);

    private static final Pattern FURTHER_INSTANCE = Pattern.compile("([a-z-]+)-([2-9])");
    private static final int BETWEEN_INSTANCES = 100;

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
        return new Port(key + "-" + number, usual + BETWEEN_INSTANCES * (number - 1));
    }

    /** The environment variable that sets it. */
    public String variable() {
        return key.toUpperCase(Locale.ROOT).replace('-', '_') + "_PORT";
    }
}
