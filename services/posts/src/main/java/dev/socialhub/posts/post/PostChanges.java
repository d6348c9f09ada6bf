package dev.socialhub.posts.post;

import dev.socialhub.contracts.post.PostCreated;
import dev.socialhub.contracts.post.PostDeleted;
import dev.socialhub.contracts.post.PostUpdated;
import dev.socialhub.messaging.outbox.Outbox;
import dev.socialhub.posts.media.AttachMedia;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Publishes the events of changed posts, and passes the changes on to the features that derive data
 * from posts, all in the transaction of the change.
 */
@Singleton
class PostChanges {

    private final Outbox outbox;
    private final HistoryRepository history;
    private final AttachMedia attachMedia;
    private final List<PostChangeListener> listeners;
    private final PostMetrics metrics;

    PostChanges(
            Outbox outbox,
            HistoryRepository history,
            AttachMedia attachMedia,
            List<PostChangeListener> listeners,
            PostMetrics metrics) {
        this.outbox = outbox;
        this.history = history;
        this.attachMedia = attachMedia;
        this.listeners = listeners;
        this.metrics = metrics;
    }

    void published(Post post) {
        outbox.append(
                new PostCreated(
                        post.id(),
                        post.authorId(),
                        post.authorUsername(),
                        post.content(),
                        post.visibility(),
                        post.createdAt(),
                        post.hashtags(),
                        post.version()));
        listeners.forEach(listener -> listener.changed(null, post));
        metrics.published(post.visibility());
    }

    void edited(Post before, Post now) {
        outbox.append(
                new PostUpdated(
                        now.id(),
                        now.authorId(),
                        now.authorUsername(),
                        now.content(),
                        now.visibility(),
                        now.createdAt(),
                        now.hashtags(),
                        Objects.requireNonNull(now.editedAt()),
                        now.version()));
        listeners.forEach(listener -> listener.changed(before, now));
        metrics.edited();
    }

    /**
     * Posts of one author were deleted.
     *
     * @param posts with their new versions
     */
    void deleted(UUID authorId, Collection<PostVersion> posts, Instant at) {
        List<UUID> ids = posts.stream().map(PostVersion::id).toList();
        history.remove(ids);
        attachMedia.detach(ids);
        listeners.forEach(listener -> listener.deleted(ids));
        posts.forEach(
                post -> outbox.append(new PostDeleted(post.id(), authorId, at, post.version())));
    }
}
