package dev.socialhub.posts.comment;

import dev.socialhub.contracts.post.CommentDeleted;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Removes a comment that the running transaction has locked: its content at once, its place when it
 * has no replies. Deleted comments above it that have lost their last reply go with it.
 */
@Singleton
class RemoveComment {

    private final CommentChangeRepository comments;
    private final CommentEvents events;
    private final Clock clock;

    RemoveComment(CommentChangeRepository comments, CommentEvents events, Clock clock) {
        this.comments = comments;
        this.events = events;
        this.clock = clock;
    }

    void remove(CommentState comment) {
        Instant now = clock.instant();
        long version = comment.version() + 1;
        comments.markDeleted(comment.id(), now, version);
        Optional<UUID> childless = Optional.of(comment.id());
        while (childless.isPresent()) {
            childless = comments.removeIfChildless(childless.get(), now);
        }
        events.append(
                new CommentDeleted(
                        comment.postId(),
                        comment.postAuthorId(),
                        comment.id(),
                        comment.parentId(),
                        comment.parentAuthorId(),
                        comment.authorId(),
                        comment.authorUsername(),
                        now,
                        version));
    }
}
