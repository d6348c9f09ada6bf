package dev.socialhub.auth.session;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device that is signed in.
 *
 * @param id contained in access tokens as {@code sid}
 * @param family contained in every refresh token of this session
 * @param generation how many refresh tokens were issued before the currently valid one
 * @param userAgent the name that the device sent
 */
public record Session(
        UUID id,
        UUID userId,
        UUID family,
        int generation,
        @Nullable String userAgent,
        Instant createdAt,
        Instant expiresAt) {}
