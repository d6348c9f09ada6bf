package dev.socialhub.auth.session;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device that is signed in.
 *
 * @param id stands in access tokens as {@code sid}
 * @param family stands in every refresh token of this session
 * @param generation how many refresh tokens came before the one that is good now
 * @param userAgent what the device called itself
 */
public record Session(
        UUID id,
        UUID userId,
        UUID family,
        int generation,
        @Nullable String userAgent,
        Instant createdAt,
        Instant expiresAt) {}
