package dev.socialhub.posts.post;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A feature that stores what it derives from posts. Implement it as a bean: it then takes part in
 * each transaction that changes posts, while the posts' rows are locked.
 */
public interface PostChangeListener {

    /**
     * A post was published or edited.
     *
     * @param before the post until now; null for a new one
     */
    void changed(@Nullable Post before, Post now);

    /** Posts were deleted, a batch at a time. */
    void deleted(Collection<UUID> postIds);
}
