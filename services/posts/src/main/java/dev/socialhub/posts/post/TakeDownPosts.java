package dev.socialhub.posts.post;

import dev.socialhub.people.erasure.PersonalData;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Deletes the posts of a deleted user, as if the user had deleted them. They are hidden already:
 * readers get posts together with the names of their authors.
 */
@Singleton
class TakeDownPosts implements PersonalData {

    private static final int POSTS_AT_ONCE = 200;

    private final PostRepository posts;
    private final PostChanges changes;
    private final Clock clock;

    TakeDownPosts(PostRepository posts, PostChanges changes, Clock clock) {
        this.posts = posts;
        this.changes = changes;
        this.clock = clock;
    }

    /** Deletes a batch, each post with its event. */
    @Override
    public int eraseSome(UUID userId) {
        Instant now = clock.instant();
        List<PostVersion> batch =
                posts.lockSomeOf(userId, POSTS_AT_ONCE).stream().map(PostVersion::next).toList();
        batch.forEach(post -> posts.markDeleted(post.id(), now, post.version()));
        changes.deleted(userId, batch, now);
        return batch.size();
    }

    @Override
    public Map<String, Long> count(UUID userId) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("posts", posts.countOf(userId));
        counts.put("deleted posts", posts.countDeletedOf(userId));
        return counts;
    }
}
