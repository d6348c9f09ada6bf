package dev.socialhub.posts.comment;

import dev.socialhub.people.account.ResolveUser;
import dev.socialhub.posts.post.ReadPosts;
import dev.socialhub.shared.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides where on a post a user may add a comment. */
@Singleton
final class CommentPlaces {

    private final CommentChangeRepository comments;
    private final CommentDepth depth;
    private final ReadPosts readPosts;

    CommentPlaces(CommentChangeRepository comments, CommentDepth depth, ReadPosts readPosts) {
        this.comments = comments;
        this.depth = depth;
        this.readPosts = readPosts;
    }

    /**
     * A place in the thread of a post.
     *
     * @param parent the comment that is replied to; null for the post itself
     */
    record Place(UUID postId, @Nullable CommentParent parent, int depth) {}

    /**
     * The place below a comment, or below the post without one.
     *
     * @throws ProblemException 404 when the user can't see the post; 422 when the comment doesn't
     *     exist, is on another post or is nested too deep
     */
    Place below(UUID postId, @Nullable UUID parentId, UUID userId) {
        if (parentId == null) {
            return new Place(postId, null, CommentDepth.TOP);
        }
        CommentParent parent =
                comments.lockParent(parentId, postId, userId)
                        .orElseThrow(() -> noSuchParent(postId, userId));
        return new Place(postId, parent, depth.below(parent.depth()));
    }

    private ProblemException noSuchParent(UUID postId, UUID userId) {
        readPosts.requireVisible(postId, userId);
        return ProblemException.invalid("parentId", "must be the id of a comment on this post");
    }

    /** The error for a comment that could not be added to the post. */
    ProblemException refusal(UUID postId, UUID userId) {
        readPosts.requireVisible(postId, userId);
        return ResolveUser.deletedCaller();
    }
}
