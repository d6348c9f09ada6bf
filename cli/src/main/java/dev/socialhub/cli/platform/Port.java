package dev.socialhub.cli.platform;

import java.util.Locale;

/** Every port of the platform and its default; the environment variable is {@code <NAME>_PORT}. */
public enum Port {
    GATEWAY(8080),
    GATEWAY_MANAGEMENT(9080),
    AUTH(5000),
    POSTS(5001),
    NOTIFICATIONS(5002),
    USERS(5003),
    POSTGRES(5432),
    REDIS(6379),
    KAFKA(9092),
    KAFKA_CONTROLLER(9093),
    MONGODB(27017);

    private final int usual;

    Port(int usual) {
        this.usual = usual;
    }

    int usual() {
        return usual;
    }

    /** The environment variable that sets it. */
    public String variable() {
        return name() + "_PORT";
    }

    /** Its key in {@code ports.json}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
