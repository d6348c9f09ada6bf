package dev.socialhub.notifications.notification;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * What it was done to: where a click on the notification leads.
 *
 * @param type {@code post} or {@code user}
 */
@Serdeable
record Entity(String type, UUID id) {}
