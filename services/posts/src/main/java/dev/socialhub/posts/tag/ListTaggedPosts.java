package dev.socialhub.posts.tag;

import dev.socialhub.posts.post.PostView;
import dev.socialhub.posts.post.ReadPosts;
import dev.socialhub.posts.text.Hashtag;
import dev.socialhub.shared.paging.Page;
import dev.socialhub.shared.paging.PageQuery;
import dev.socialhub.shared.paging.TimeCursor;
import dev.socialhub.shared.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.Function;

/** Lists the posts of a hashtag, newest first. */
@Singleton
class ListTaggedPosts {

    private final TaggedPostRepository taggedPosts;
    private final ReadPosts readPosts;

    ListTaggedPosts(TaggedPostRepository taggedPosts, ReadPosts readPosts) {
        this.taggedPosts = taggedPosts;
        this.readPosts = readPosts;
    }

    /**
     * A page of the posts that the viewer may see; empty for a hashtag that no post has.
     *
     * @throws ProblemException 404 for a text that can't be a hashtag
     */
    Page<PostView> of(String tag, UUID viewerId, PageQuery query) {
        Hashtag hashtag =
                Hashtag.named(tag)
                        .orElseThrow(() -> ProblemException.notFound("There is no such hashtag."));
        TimeCursor after = query.after();
        Page<TaggedPost> page =
                Page.of(
                        taggedPosts.list(
                                hashtag.id(), viewerId, after.at(), after.id(), query.rows()),
                        query,
                        TaggedPost::cursor,
                        Function.identity());
        return new Page<>(
                readPosts.visible(page.items().stream().map(TaggedPost::postId).toList(), viewerId),
                page.nextCursor());
    }
}
