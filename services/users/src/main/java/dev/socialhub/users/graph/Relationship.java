package dev.socialhub.users.graph;

import io.micronaut.serde.annotation.Serdeable;

/**
 * The relationship between the caller and another user, as far as the caller may know it. It never
 * says whether the other blocks the caller, since a user that blocks is invisible to the blocked.
 *
 * @param following the caller follows the other
 * @param followedBy the other follows the caller
 * @param blocking the caller blocks the other
 */
@Serdeable
public record Relationship(boolean following, boolean followedBy, boolean blocking) {

    public static final Relationship NONE = new Relationship(false, false, false);
}
