package dev.socialhub.posts.comment;

import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Lets authors delete their comments, and all comments on their posts. */
@Singleton
class DeleteComment {

    private final CommentChangeRepository comments;
    private final RemoveComment removeComment;

    DeleteComment(CommentChangeRepository comments, RemoveComment removeComment) {
        this.comments = comments;
        this.removeComment = removeComment;
    }

    /**
     * Deletes a comment.
     *
     * @throws ProblemException 404 when the caller can't see the comment or it is deleted already,
     *     403 when neither it nor the post is theirs
     */
    @Transactional
    void delete(UUID commentId, UUID callerId) {
        CommentState comment =
                comments.lock(commentId, callerId).orElseThrow(ReadComments::noSuchComment);
        if (!callerId.equals(comment.authorId()) && !callerId.equals(comment.postAuthorId())) {
            throw new ProblemException(
                    ProblemType.FORBIDDEN,
                    "Only its author and the author of the post may delete a comment.");
        }
        removeComment.remove(comment);
    }
}
