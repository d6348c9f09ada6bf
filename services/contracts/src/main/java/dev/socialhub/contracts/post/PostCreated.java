package dev.socialhub.contracts.post;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A post was published.
 *
 * @param hashtags without the number sign, each once, as the author wrote it first; older events
 *     have none
 */
@Serdeable
public record PostCreated(
        UUID postId,
        UUID authorId,
        String authorUsername,
        String content,
        Visibility visibility,
        Instant createdAt,
        List<String> hashtags,
        long version)
        implements PostEvent {

    public PostCreated {
        // Events from before there were hashtags, and writers that leave out empty lists.
        hashtags = hashtags == null ? List.of() : List.copyOf(hashtags);
    }
}
