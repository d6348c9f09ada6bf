package dev.socialhub.contracts.post;

import dev.socialhub.contracts.event.EventData;
import java.util.UUID;

/** An event about a post. Keyed by the post's id. */
public sealed interface PostEvent extends EventData
        permits PostCreated, PostUpdated, PostDeleted, UserMentioned {

    UUID postId();

    UUID authorId();

    @Override
    default String subject() {
        return postId().toString();
    }
}
