package dev.socialhub.loadtest;

import java.time.Duration;

/**
 * What a run is told through system properties.
 *
 * @param target the gateway's base URL; loopback unless said otherwise
 * @param usersPerSecond how many new people arrive each second
 * @param duration how long they keep arriving
 */
record LoadSettings(String target, double usersPerSecond, Duration duration) {

    LoadSettings {
        if (usersPerSecond <= 0 || duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("rate and duration must be positive");
        }
    }

    static LoadSettings fromSystemProperties() {
        return new LoadSettings(
                System.getProperty("target", "http://127.0.0.1:8080"),
                Double.parseDouble(System.getProperty("rate", "2")),
                Duration.ofSeconds(Integer.getInteger("seconds", 10)));
    }
}
