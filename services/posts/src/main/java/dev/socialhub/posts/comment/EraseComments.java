package dev.socialhub.posts.comment;

import dev.socialhub.people.erasure.PersonalData;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Deletes the comments of a deleted user, as if the user had deleted them. Readers no longer see
 * their content, since they get comments together with the names of their authors.
 */
@Singleton
@Order(2)
class EraseComments implements PersonalData {

    private final CommentChangeRepository comments;
    private final RemoveComment removeComment;

    EraseComments(CommentChangeRepository comments, RemoveComment removeComment) {
        this.comments = comments;
        this.removeComment = removeComment;
    }

    /**
     * Deletes one. A transaction that deletes several would lock a comment after the parent of
     * another one, against the order of locks.
     */
    @Override
    public int eraseSome(UUID userId) {
        Optional<CommentState> comment = comments.lockOneOf(userId);
        comment.ifPresent(removeComment::remove);
        return comment.isPresent() ? 1 : 0;
    }

    @Override
    public Map<String, Long> count(UUID userId) {
        return Map.of("comments", comments.countOf(userId));
    }
}
