package dev.socialhub.gateway.route;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A service that the gateway forwards to. */
public enum Backend {
    AUTH,
    USERS,
    POSTS,
    NOTIFICATIONS;

    /** The service with this name; empty when there is none. */
    public static Optional<Backend> labelled(String name) {
        return Arrays.stream(values()).filter(one -> one.label().equals(name)).findFirst();
    }

    /** The name in settings, metrics and health reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
