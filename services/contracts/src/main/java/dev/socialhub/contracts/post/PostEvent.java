package dev.socialhub.contracts.post;

import dev.socialhub.contracts.event.EventData;
import java.util.UUID;

/** An event about a post, or about a like or a comment on it. Keyed by the post's id. */
public sealed interface PostEvent extends EventData
        permits PostCreated, PostUpdated, PostDeleted, UserMentioned, LikeEvent, CommentEvent {

    UUID postId();

    @Override
    default String subject() {
        return postId().toString();
    }

    @Override
    default String partitionKey() {
        return postId().toString();
    }
}
