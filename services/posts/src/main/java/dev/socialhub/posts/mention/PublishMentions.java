package dev.socialhub.posts.mention;

import dev.socialhub.contracts.post.UserMentioned;
import dev.socialhub.messaging.outbox.Outbox;
import dev.socialhub.posts.post.Post;
import dev.socialhub.posts.post.PostChangeListener;
import dev.socialhub.posts.post.PostMetadata.Mention;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Publishes an event for each user that a post mentions, once for the post and the user. Users that
 * can't see the post are told when an edit makes it visible to them.
 */
@Singleton
class PublishMentions implements PostChangeListener {

    private final MentionRepository mentions;
    private final Outbox outbox;
    private final Clock clock;
    private final MentionMetrics metrics;

    PublishMentions(
            MentionRepository mentions, Outbox outbox, Clock clock, MentionMetrics metrics) {
        this.mentions = mentions;
        this.outbox = outbox;
        this.clock = clock;
        this.metrics = metrics;
    }

    @Override
    public void changed(@Nullable Post before, Post now) {
        List<UUID> mentioned = now.metadata().mentions().stream().map(Mention::userId).toList();
        if (mentioned.isEmpty()) {
            return;
        }
        Instant at = clock.instant();
        for (UUID userId : mentions.addVisible(now.id(), mentioned)) {
            outbox.append(
                    new UserMentioned(
                            now.id(),
                            now.authorId(),
                            now.authorUsername(),
                            userId,
                            at,
                            now.version()));
            metrics.published();
        }
    }

    @Override
    public void deleted(Collection<UUID> postIds) {
        mentions.remove(postIds);
    }
}
