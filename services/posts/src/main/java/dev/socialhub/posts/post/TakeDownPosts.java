package dev.socialhub.posts.post;

import dev.socialhub.contracts.post.PostDeleted;
import dev.socialhub.messaging.outbox.Outbox;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Deletes the posts of a deleted user, as if the user had deleted them. */
@Singleton
public class TakeDownPosts {

    private final PostRepository posts;
    private final Outbox outbox;
    private final Clock clock;

    TakeDownPosts(PostRepository posts, Outbox outbox, Clock clock) {
        this.posts = posts;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Deletes a batch, each post with its event, in the running transaction.
     *
     * @return how many were deleted; 0 when none is left
     */
    public int takeDownOf(UUID authorId, int most) {
        Instant now = clock.instant();
        List<PostVersion> batch = posts.lockSomeOf(authorId, most);
        for (PostVersion post : batch) {
            long version = post.version() + 1;
            posts.markDeleted(post.id(), now, version);
            outbox.append(new PostDeleted(post.id(), authorId, now, version));
        }
        return batch.size();
    }

    /**
     * Deletes the answers that are stored for repeated requests: they contain what was published.
     */
    public void forgetAnswersTo(UUID authorId) {
        posts.removeAnswersTo(authorId);
    }
}
