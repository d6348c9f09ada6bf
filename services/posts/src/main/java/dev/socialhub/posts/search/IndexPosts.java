package dev.socialhub.posts.search;

import dev.socialhub.posts.tag.IndexTags;
import dev.socialhub.posts.text.Hashtag;
import dev.socialhub.posts.text.TextParts;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Indexes posts that were not indexed when they were written: those from before there was a search,
 * and sample posts. It publishes no event, so no user is told of an old mention.
 */
@Singleton
public class IndexPosts {

    private static final int BATCH = 200;

    private final UnindexedPostRepository posts;
    private final IndexTags indexTags;

    IndexPosts(UnindexedPostRepository posts, IndexTags indexTags) {
        this.posts = posts;
        this.indexTags = indexTags;
    }

    /** Indexes a batch, which commits by itself; returns the number of posts found. */
    @Transactional
    public int indexSome() {
        List<UnindexedPost> batch = posts.lockSome(BATCH);
        List<List<Hashtag>> hashtags = new ArrayList<>();
        for (UnindexedPost post : batch) {
            List<Hashtag> found = TextParts.of(post.content()).hashtags();
            hashtags.add(found);
            if (!found.isEmpty()) {
                indexTags.add(post.id(), post.createdAt(), post.visibility(), found);
            }
        }
        posts.index(batch, hashtags);
        return batch.size();
    }
}
