package dev.socialhub.posts.post;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;

/**
 * What the text of a post contains.
 *
 * @param hashtags each once, as its author wrote it first
 * @param mentions the users that the text names, each once
 */
@Serdeable
public record PostMetadata(List<String> hashtags, List<Mention> mentions) {

    static final PostMetadata EMPTY = new PostMetadata(List.of(), List.of());

    public PostMetadata {
        hashtags = List.copyOf(hashtags);
        mentions = List.copyOf(mentions);
    }

    /**
     * A mentioned user.
     *
     * @param username at the time of the mention
     */
    @Serdeable
    public record Mention(UUID userId, String username) {}
}
