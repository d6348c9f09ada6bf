package dev.socialhub.contracts.user;

import java.time.Instant;
import java.util.UUID;

/**
 * An edge of the graph was made or taken away. An edge is named by its kind and both people; its
 * version grows each time it comes or goes, so a copy keeps the highest and needs no order.
 */
public sealed interface EdgeEvent extends UserEvent
        permits FollowCreated, FollowDeleted, BlockCreated, BlockDeleted {

    EdgeKind kind();

    /** Who follows, or blocks. */
    UUID fromId();

    /** Who is followed, or blocked. */
    UUID toId();

    /** Whether the edge stands after this event. */
    boolean active();

    /** When it came or went. */
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
