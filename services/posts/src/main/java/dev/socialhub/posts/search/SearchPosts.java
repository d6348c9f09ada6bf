package dev.socialhub.posts.search;

import dev.socialhub.posts.post.PostView;
import dev.socialhub.posts.post.ReadPosts;
import dev.socialhub.shared.paging.Page;
import dev.socialhub.shared.paging.PageQuery;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.Function;

/** Searches posts. */
@Singleton
class SearchPosts {

    private final PostIndex index;
    private final ReadPosts readPosts;
    private final SearchMetrics metrics;

    SearchPosts(PostIndex index, ReadPosts readPosts, SearchMetrics metrics) {
        this.index = index;
        this.readPosts = readPosts;
        this.metrics = metrics;
    }

    /** A page of the posts that match and that the viewer may see, the best first. */
    Page<PostView> by(String text, UUID viewerId, PageQuery query) {
        Page<FoundPost> page =
                Page.of(
                        index.find(text, viewerId, query.after(), query.rows()),
                        query,
                        FoundPost::cursor,
                        Function.identity());
        metrics.postsSearched();
        return new Page<>(
                readPosts.visible(page.items().stream().map(FoundPost::id).toList(), viewerId),
                page.nextCursor());
    }
}
