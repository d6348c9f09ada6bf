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
public record Entity(String type, UUID id) {

    public Entity {
        Objects.requireNonNull(id);
    }

    public static Entity post(UUID id) {
        return new Entity("post", id);
    }

    public static Entity user(UUID id) {
        return new Entity("user", id);
    }

    /** The id under which a store finds it. */
    public String text() {
        return type + ":" + id;
    }
}
