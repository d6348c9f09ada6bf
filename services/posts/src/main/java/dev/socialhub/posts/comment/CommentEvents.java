package dev.socialhub.posts.comment;

import dev.socialhub.contracts.post.CommentCreated;
import dev.socialhub.contracts.post.CommentDeleted;
import dev.socialhub.contracts.post.CommentEvent;
import dev.socialhub.contracts.post.CommentUpdated;
import dev.socialhub.messaging.outbox.Outbox;
import jakarta.inject.Singleton;

/** Publishes changes of comments, in the transaction of the change, and counts them. */
@Singleton
final class CommentEvents {

    private final Outbox outbox;
    private final CommentMetrics metrics;

    CommentEvents(Outbox outbox, CommentMetrics metrics) {
        this.outbox = outbox;
        this.metrics = metrics;
    }

    void append(CommentEvent event) {
        outbox.append(event);
        switch (event) {
            case CommentCreated _ -> metrics.added();
            case CommentDeleted _ -> metrics.deleted();
            case CommentUpdated _ -> {}
        }
    }
}
