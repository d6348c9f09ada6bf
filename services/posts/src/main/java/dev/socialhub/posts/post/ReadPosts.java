package dev.socialhub.posts.post;

import dev.socialhub.shared.paging.Page;
import dev.socialhub.shared.paging.PageQuery;
import dev.socialhub.shared.paging.TimeCursor;
import dev.socialhub.shared.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Returns posts to users that may see them. */
@Singleton
public class ReadPosts {

    private final PostRepository posts;
    private final PostViews views;

    ReadPosts(PostRepository posts, PostViews views) {
        this.posts = posts;
        this.views = views;
    }

    /**
     * Returns one post.
     *
     * @throws ProblemException 404 when the viewer can't see it
     */
    public Post one(UUID postId, UUID viewerId) {
        return posts.findVisible(postId, viewerId).orElseThrow(ReadPosts::noSuchPost);
    }

    /**
     * Makes sure that the viewer can see a post.
     *
     * @throws ProblemException 404 otherwise
     */
    public void requireVisible(UUID postId, UUID viewerId) {
        one(postId, viewerId);
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

    /**
     * Returns those of these posts that the viewer may see, in the order of the ids, by one
     * statement.
     */
    public List<PostView> visible(Collection<UUID> postIds, UUID viewerId) {
        if (postIds.isEmpty()) {
            return List.of();
        }
        Map<UUID, Post> byId =
                posts.findAllVisible(postIds, viewerId).stream()
                        .collect(Collectors.toMap(Post::id, Function.identity()));
        return postIds.stream().map(byId::get).filter(Objects::nonNull).map(views::of).toList();
    }

    private Page<PostView> page(List<Post> rows, PageQuery query) {
        return Page.of(rows, query, last -> new TimeCursor(last.createdAt(), last.id()), views::of);
    }

    static ProblemException noSuchPost() {
        return ProblemException.notFound("There is no such post.");
    }
}
