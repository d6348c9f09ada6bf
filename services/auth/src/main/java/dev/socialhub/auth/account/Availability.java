package dev.socialhub.auth.account;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Whether a username is available.
 *
 * @param reason {@code malformed}, {@code reserved} or {@code taken}; null when it is available
 */
@Serdeable
record Availability(boolean available, @Nullable String reason) {

    static final Availability FREE = new Availability(true, null);
    static final Availability MALFORMED = new Availability(false, "malformed");
    static final Availability RESERVED = new Availability(false, "reserved");
    static final Availability TAKEN = new Availability(false, "taken");
}
