package dev.socialhub.gateway.route;

import java.util.Locale;

/** A service that the gateway forwards to. */
public enum Backend {
    AUTH,
    USERS,
    POSTS,
    NOTIFICATIONS;

    /** The name in settings, meters and health reports. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
