package dev.socialhub.users.count;

import io.micronaut.serde.annotation.Serdeable;

/**
 * A person's numbers.
 *
 * @param followers how many follow the person
 * @param following how many the person follows
 */
@Serdeable
public record FollowCounts(long followers, long following) {}
