package dev.socialhub.posts.comment;

import dev.socialhub.people.account.ResolveUser;
import dev.socialhub.shared.problem.ProblemException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.UUID;

/** Likes and unlikes comments. Repeating either has no effect. */
@Singleton
class LikeComment {

    private final CommentLikeRepository likes;
    private final ReadComments readComments;
    private final Clock clock;

    LikeComment(CommentLikeRepository likes, ReadComments readComments, Clock clock) {
        this.likes = likes;
        this.readComments = readComments;
        this.clock = clock;
    }

    /**
     * Likes a comment.
     *
     * @throws ProblemException 404 when the user can't see the comment or it is deleted, 401 when
     *     the user is deleted
     */
    @Transactional
    CommentLikeView like(UUID commentId, UUID userId) {
        return new CommentLikeView(
                true,
                likes.like(commentId, userId, clock.instant())
                        .orElseThrow(() -> refusal(commentId, userId)));
    }

    /** Removes the like, with the same errors. */
    @Transactional
    CommentLikeView unlike(UUID commentId, UUID userId) {
        return new CommentLikeView(
                false,
                likes.unlike(commentId, userId).orElseThrow(() -> refusal(commentId, userId)));
    }

    /** A deleted comment can be seen while it has replies, and not be liked. */
    private ProblemException refusal(UUID commentId, UUID userId) {
        return readComments.one(commentId, userId).authorId() == null
                ? ReadComments.noSuchComment()
                : ResolveUser.deletedCaller();
    }
}
