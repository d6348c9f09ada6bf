package dev.socialhub.users.count;

import io.micronaut.serde.annotation.Serdeable;

/**
 * A user's counts.
 *
 * @param followers how many users follow this user
 * @param following how many users this user follows
 */
@Serdeable
public record FollowCounts(long followers, long following) {}
