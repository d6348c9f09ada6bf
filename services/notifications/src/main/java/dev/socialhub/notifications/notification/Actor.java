package dev.socialhub.notifications.notification;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** Who did it, under the name they had then. */
@Serdeable
public record Actor(UUID id, String username) {}
