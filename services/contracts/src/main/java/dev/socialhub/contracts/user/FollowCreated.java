package dev.socialhub.contracts.user;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.UUID;

/**
 * A user has followed another user.
 *
 * @param version of the edge between the two, 1 at first
 */
@Serdeable
public record FollowCreated(
        UUID followerId, String followerUsername, UUID followeeId, Instant followedAt, long version)
        implements EdgeEvent {

    @Override
    public EdgeKind kind() {
        return EdgeKind.FOLLOW;
    }

    @Override
    public UUID fromId() {
        return followerId;
    }

    @Override
    public UUID toId() {
        return followeeId;
    }

    @Override
    public boolean active() {
        return true;
    }

    @Override
    public Instant at() {
        return followedAt;
    }
}
