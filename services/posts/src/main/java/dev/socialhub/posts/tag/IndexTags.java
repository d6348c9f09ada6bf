package dev.socialhub.posts.tag;

import dev.socialhub.contracts.post.Visibility;
import dev.socialhub.posts.post.Post;
import dev.socialhub.posts.post.PostChangeListener;
import dev.socialhub.posts.text.Hashtag;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the posts of each hashtag up to date. */
@Singleton
public class IndexTags implements PostChangeListener {

    private final TagRepository tags;

    IndexTags(TagRepository tags) {
        this.tags = tags;
    }

    @Override
    public void changed(@Nullable Post before, Post now) {
        if (before != null) {
            if (before.hashtags().equals(now.hashtags())
                    && before.visibility() == now.visibility()) {
                return;
            }
            if (!before.hashtags().isEmpty()) {
                tags.remove(List.of(now.id()));
            }
        }
        if (!now.hashtags().isEmpty()) {
            List<Hashtag> hashtags =
                    now.hashtags().stream().map(Hashtag::named).flatMap(Optional::stream).toList();
            add(now.id(), now.createdAt(), now.visibility(), hashtags);
        }
    }

    /** Adds a post to its hashtags, unless it is there already. */
    public void add(UUID postId, Instant createdAt, Visibility visibility, List<Hashtag> hashtags) {
        tags.add(postId, createdAt, visibility == Visibility.PUBLIC, hashtags);
    }

    @Override
    public void deleted(Collection<UUID> postIds) {
        tags.remove(postIds);
    }
}
