package dev.socialhub.contracts.user;

import java.time.Instant;
import java.util.UUID;

/**
 * An edge of the graph was created or removed. An edge is identified by its kind and both users;
 * its version grows each time it is created or removed, so a replica keeps the highest version and
 * needs no ordering.
 */
public sealed interface EdgeEvent extends UserEvent
        permits FollowCreated, FollowDeleted, BlockCreated, BlockDeleted {

    EdgeKind kind();

    /** The user that follows, or blocks. */
    UUID fromId();

    /** The user that is followed, or blocked. */
    UUID toId();

    /** Whether the edge exists after this event. */
    boolean active();

    /** When the edge was created or removed. */
    Instant at();

    @Override
    default UUID userId() {
        return fromId();
    }

    @Override
    default String subject() {
        return fromId() + ":" + toId();
    }
}
