package dev.socialhub.posts.comment;

import dev.socialhub.posts.post.ReadPosts;
import dev.socialhub.shared.paging.Page;
import dev.socialhub.shared.paging.PageQuery;
import dev.socialhub.shared.paging.TimeCursor;
import dev.socialhub.shared.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Returns comments to users that may see them. */
@Singleton
class ReadComments {

    private final CommentRepository comments;
    private final ReadPosts readPosts;

    ReadComments(CommentRepository comments, ReadPosts readPosts) {
        this.comments = comments;
        this.readPosts = readPosts;
    }

    /**
     * Returns one comment.
     *
     * @throws ProblemException 404 when the viewer can't see it
     */
    Comment one(UUID commentId, UUID viewerId) {
        return comments.findVisible(commentId, viewerId).orElseThrow(ReadComments::noSuchComment);
    }

    /**
     * The comments that reply to the post itself. A page with entries proves that the post is
     * visible; only an empty page needs the check.
     *
     * @throws ProblemException 404 when the viewer can't see the post
     */
    Page<CommentView> ofPost(UUID postId, UUID viewerId, PageQuery query) {
        TimeCursor after = query.afterOldest();
        List<Comment> rows =
                comments.listOfPost(postId, viewerId, after.at(), after.id(), query.rows());
        if (rows.isEmpty()) {
            readPosts.requireVisible(postId, viewerId);
        }
        return page(rows, query);
    }

    /**
     * The direct replies to a comment. The comment is always checked, since its replies may be
     * visible by themselves while its author is in a block with the viewer.
     *
     * @throws ProblemException 404 when the viewer can't see the comment
     */
    Page<CommentView> repliesTo(UUID commentId, UUID viewerId, PageQuery query) {
        one(commentId, viewerId);
        TimeCursor after = query.afterOldest();
        return page(
                comments.listReplies(commentId, viewerId, after.at(), after.id(), query.rows()),
                query);
    }

    private static Page<CommentView> page(List<Comment> rows, PageQuery query) {
        return Page.of(
                rows, query, last -> new TimeCursor(last.createdAt(), last.id()), CommentView::of);
    }

    static ProblemException noSuchComment() {
        return ProblemException.notFound("There is no such comment.");
    }
}
