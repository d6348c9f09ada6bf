package dev.socialhub.posts.post;

import dev.socialhub.contracts.post.PostDeleted;
import dev.socialhub.messaging.outbox.Outbox;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Takes the posts of somebody down who is gone, as if they had done so themselves. */
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
     * Takes down a batch, each post with its event, in the running transaction.
     *
     * @return how many there were; 0 when all are down
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

    /** Forgets the answers that are kept for repeated requests: they hold what was published. */
    public void forgetAnswersTo(UUID authorId) {
        posts.removeAnswersTo(authorId);
    }
}
