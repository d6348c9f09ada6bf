package dev.socialhub.contracts.user;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/**
 * A user has blocked another user: neither sees the other any more.
 *
 * @param version of the edge between the two, 1 at first
 */
@Serdeable
public record BlockCreated(UUID blockerId, UUID blockedId, Instant blockedAt, long version)
        implements EdgeEvent {

    @Override
    public EdgeKind kind() {
        return EdgeKind.BLOCK;
    }

    @Override
    public UUID fromId() {
        return blockerId;
    }

    @Override
    public UUID toId() {
        return blockedId;
    }

    @Override
    public boolean active() {
        return true;
    }

    @Override
    public Instant at() {
        return blockedAt;
    }
}
