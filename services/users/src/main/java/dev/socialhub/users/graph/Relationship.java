package dev.socialhub.users.graph;

import io.micronaut.serde.annotation.Serdeable;

/**
 * What the caller and another person are to each other, as the caller may know it: never whether
 * the other blocks them, since who blocks can't be seen.
 *
 * @param following the caller follows the other
 * @param followedBy the other follows the caller
 * @param blocking the caller blocks the other
 */
@Serdeable
public record Relationship(boolean following, boolean followedBy, boolean blocking) {

    public static final Relationship NONE = new Relationship(false, false, false);
}
