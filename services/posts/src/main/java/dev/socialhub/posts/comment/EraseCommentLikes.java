package dev.socialhub.posts.comment;

import dev.socialhub.people.erasure.PersonalData;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/** The likes of comments by a deleted user. */
@Singleton
@Order(3)
class EraseCommentLikes implements PersonalData {

    private static final int AT_ONCE = 5_000;

    private final CommentLikeRepository likes;

    EraseCommentLikes(CommentLikeRepository likes) {
        this.likes = likes;
    }

    /** A batch may be smaller than the limit while another transaction removes the same rows. */
    @Override
    public boolean eraseSome(UUID userId) {
        return likes.removeOfUser(userId, AT_ONCE) > 0;
    }

    @Override
    public Map<String, Long> count(UUID userId) {
        return Map.of("likes of comments", likes.countOfUser(userId));
    }
}
