package dev.socialhub.manifest;

import java.util.Locale;

/** A server that keeps data of services or carries their events. */
public enum Store {
    POSTGRES,
    REDIS,
    KAFKA,
    MONGODB;

    /** Its name in the manifest, as a process and as a container. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
