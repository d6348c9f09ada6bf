package dev.socialhub.posts.comment;

import dev.socialhub.posts.post.AuthorView;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comment as readers receive it.
 *
 * @param parentId the comment that it replies to; null for one that replies to the post
 * @param author null for a deleted comment
 * @param content null for a deleted comment
 * @param editedAt when its author last changed it, if ever
 * @param deleted whether only its place is left, since it has replies
 * @param repliesCount how many direct replies it has
 * @param liked whether the reader likes it
 */
@Serdeable
record CommentView(
        UUID id,
        UUID postId,
        @Nullable UUID parentId,
        @Nullable AuthorView author,
        @Nullable String content,
        Instant createdAt,
        @Nullable Instant editedAt,
        boolean deleted,
        long repliesCount,
        long likes,
        boolean liked) {

    static CommentView of(Comment comment) {
        UUID authorId = comment.authorId();
        return new CommentView(
                comment.id(),
                comment.postId(),
                comment.parentId(),
                authorId == null
                        ? null
                        : new AuthorView(
                                authorId,
                                Objects.requireNonNull(comment.authorUsername()),
                                Objects.requireNonNull(comment.authorName())),
                comment.content(),
                comment.createdAt(),
                comment.editedAt(),
                authorId == null,
                comment.replies(),
                comment.likes(),
                comment.liked());
    }
}
