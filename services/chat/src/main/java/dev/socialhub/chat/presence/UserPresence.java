package dev.socialhub.chat.presence;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** Whether a user is online. */
@Serdeable
public record UserPresence(UUID userId, boolean online) {

    public static final String EVENT = "presence";
}
