package dev.socialhub.contracts.user;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/**
 * A user has unblocked another user.
 *
 * @param version of the edge between the two, 1 at first
 */
@Serdeable
public record BlockDeleted(UUID blockerId, UUID blockedId, Instant deletedAt, long version)
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
        return false;
    }

    @Override
    public Instant at() {
        return deletedAt;
    }
}
