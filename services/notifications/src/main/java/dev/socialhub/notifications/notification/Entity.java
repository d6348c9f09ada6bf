package dev.socialhub.notifications.notification;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Objects;
import java.util.UUID;

/**
 * What it was done to: where a click on the notification leads.
 *
 * @param type {@code post} or {@code user}
 */
@Serdeable
record Entity(String type, UUID id) {

    Entity {
        Objects.requireNonNull(id);
    }

    static Entity post(UUID id) {
        return new Entity("post", id);
    }

    static Entity user(UUID id) {
        return new Entity("user", id);
    }

    /** The id under which a store finds it. */
    String text() {
        return type + ":" + id;
    }
}
