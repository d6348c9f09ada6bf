package dev.socialhub.posts.post;

import dev.socialhub.shared.paging.Page;
import dev.socialhub.shared.paging.PageQuery;
import dev.socialhub.shared.paging.TimeCursor;
import dev.socialhub.shared.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Returns posts to users that may see them. */
@Singleton
class ReadPosts {

    private final PostRepository posts;

    ReadPosts(PostRepository posts) {
        this.posts = posts;
    }

    /**
     * Returns one post.
     *
     * @throws ProblemException 404 when the viewer can't see it
     */
    Post one(UUID postId, UUID viewerId) {
        return posts.findVisible(postId, viewerId).orElseThrow(ReadPosts::noSuchPost);
    }

    Page<PostView> ofAuthor(UUID authorId, UUID viewerId, PageQuery query) {
        TimeCursor after = query.after();
        return page(
                posts.listOfAuthor(authorId, viewerId, after.at(), after.id(), query.rows()),
                query);
    }

    Page<PostView> ofEveryone(UUID viewerId, PageQuery query) {
        TimeCursor after = query.after();
        return page(posts.listPublic(viewerId, after.at(), after.id(), query.rows()), query);
    }

    private static Page<PostView> page(List<Post> rows, PageQuery query) {
        return Page.of(
                rows, query, last -> new TimeCursor(last.createdAt(), last.id()), PostView::of);
    }

    static ProblemException noSuchPost() {
        return ProblemException.notFound("There is no such post.");
    }
}
