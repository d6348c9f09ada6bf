package dev.socialhub.posts.tag;

import dev.socialhub.shared.paging.TimeCursor;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;

/** A post in the list of a hashtag. */
@MappedEntity("post_tag")
record TaggedPost(@Id UUID postId, Instant createdAt) {

    TimeCursor cursor() {
        return new TimeCursor(createdAt, postId);
    }
}
