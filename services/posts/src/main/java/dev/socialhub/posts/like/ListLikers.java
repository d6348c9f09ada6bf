package dev.socialhub.posts.like;

import dev.socialhub.posts.post.ReadPosts;
import dev.socialhub.shared.paging.Page;
import dev.socialhub.shared.paging.PageQuery;
import dev.socialhub.shared.paging.TimeCursor;
import dev.socialhub.shared.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Lists the users that like a post. */
@Singleton
class ListLikers {

    private final LikerRepository likers;
    private final ReadPosts readPosts;

    ListLikers(LikerRepository likers, ReadPosts readPosts) {
        this.likers = likers;
        this.readPosts = readPosts;
    }

    /**
     * The users that like the post and are not in a block with the viewer. A page with entries
     * proves that the post is visible; only an empty page needs the check.
     *
     * @throws ProblemException 404 when the viewer can't see the post
     */
    Page<LikerView> of(UUID postId, UUID viewerId, PageQuery query) {
        TimeCursor after = query.after();
        List<Liker> rows = likers.list(postId, viewerId, after.at(), after.id(), query.rows());
        if (rows.isEmpty()) {
            readPosts.requireVisible(postId, viewerId);
        }
        return Page.of(
                rows, query, last -> new TimeCursor(last.likedAt(), last.id()), LikerView::of);
    }
}
