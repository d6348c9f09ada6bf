package dev.socialhub.posts.like;

import dev.socialhub.people.erasure.PersonalData;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/**
 * The likes of a deleted user. No event is published for them, since every service receives the
 * deletion of the user itself.
 */
@Singleton
@Order(1)
class EraseLikes implements PersonalData {

    private static final int AT_ONCE = 5_000;

    private final LikeRepository likes;

    EraseLikes(LikeRepository likes) {
        this.likes = likes;
    }

    /** A batch may be smaller than the limit while another transaction removes the same rows. */
    @Override
    public boolean eraseSome(UUID userId) {
        return likes.removeOfUser(userId, AT_ONCE) > 0;
    }

    @Override
    public Map<String, Long> count(UUID userId) {
        return Map.of("likes", likes.countOfUser(userId));
    }
}
