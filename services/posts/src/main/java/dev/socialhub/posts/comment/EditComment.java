package dev.socialhub.posts.comment;

import dev.socialhub.contracts.post.CommentUpdated;
import dev.socialhub.posts.comment.CommentChangeRepository.Text;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

/** Lets authors edit their comments. The same content again has no effect. */
@Singleton
class EditComment {

    private final CommentChangeRepository comments;
    private final ReadComments readComments;
    private final CommentEvents events;
    private final Clock clock;

    EditComment(
            CommentChangeRepository comments,
            ReadComments readComments,
            CommentEvents events,
            Clock clock) {
        this.comments = comments;
        this.readComments = readComments;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Replaces the content of a comment.
     *
     * @throws ProblemException 404 when the caller can't see the comment, 403 when it isn't theirs
     */
    @Transactional
    Comment edit(UUID commentId, UUID callerId, CommentEdit edit) {
        CommentState comment =
                comments.lock(commentId, callerId).orElseThrow(ReadComments::noSuchComment);
        if (!comment.authorId().equals(callerId)) {
            readComments.one(commentId, callerId);
            throw new ProblemException(
                    ProblemType.FORBIDDEN, "Only its author may edit a comment.");
        }
        if (!comment.content().equals(edit.text())) {
            change(comment, new Text(edit.text(), clock.instant()));
        }
        return readComments.one(commentId, callerId);
    }

    private void change(CommentState comment, Text text) {
        long version = comment.version() + 1;
        comments.edit(comment.id(), text, version);
        events.append(
                new CommentUpdated(
                        comment.postId(),
                        comment.postAuthorId(),
                        comment.id(),
                        comment.parentId(),
                        comment.parentAuthorId(),
                        comment.authorId(),
                        Objects.requireNonNull(comment.authorUsername()),
                        text.content(),
                        text.at(),
                        version));
    }
}
