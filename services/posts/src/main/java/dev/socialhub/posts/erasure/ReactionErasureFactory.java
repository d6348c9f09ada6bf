package dev.socialhub.posts.erasure;

import dev.socialhub.people.erasure.PersonalData;
import dev.socialhub.posts.comment.CommentCountTable;
import dev.socialhub.posts.count.PostCountTable;
import dev.socialhub.posts.post.DeletedPostData;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.annotation.Order;
import jakarta.inject.Singleton;

/** Each table of reactions, and when its rows are erased. */
@Factory
final class ReactionErasureFactory {

    static final ReactionTable LIKES =
            new ReactionTable("likes", "post_like", "post_id", "active", PostCountTable.TABLE);

    static final ReactionTable COMMENT_LIKES =
            new ReactionTable(
                    "likes of comments",
                    "comment_like",
                    "comment_id",
                    "true",
                    CommentCountTable.TABLE);

    static final ReactionTable BOOKMARKS =
            new ReactionTable("bookmarks", "bookmark", "post_id", "true", null);

    private final ReactionRepository rows;

    ReactionErasureFactory(ReactionRepository rows) {
        this.rows = rows;
    }

    @Singleton
    @Order(1)
    PersonalData likes() {
        return new EraseReactions(LIKES, rows);
    }

    @Singleton
    @Order(3)
    PersonalData commentLikes() {
        return new EraseReactions(COMMENT_LIKES, rows);
    }

    @Singleton
    PersonalData bookmarks() {
        return new EraseReactions(BOOKMARKS, rows);
    }

    @Singleton
    DeletedPostData likesOfPosts() {
        return postId -> rows.removeSomeOfTarget(LIKES, postId);
    }

    /** Their owners no longer see them from the deletion on. */
    @Singleton
    DeletedPostData bookmarksOfPosts() {
        return postId -> rows.removeSomeOfTarget(BOOKMARKS, postId);
    }
}
