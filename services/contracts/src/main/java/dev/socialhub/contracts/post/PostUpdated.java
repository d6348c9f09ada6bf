package dev.socialhub.contracts.post;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A post was edited by its author. All fields are those after the edit.
 *
 * @param hashtags without the number sign, each once, as the author wrote it first
 */
@Serdeable
public record PostUpdated(
        UUID postId,
        UUID authorId,
        String authorUsername,
        String content,
        Visibility visibility,
        Instant createdAt,
        List<String> hashtags,
        Instant editedAt,
        long version)
        implements PostEvent {

    public PostUpdated {
        // Writers may leave out empty lists.
        hashtags = hashtags == null ? List.of() : List.copyOf(hashtags);
    }
}
