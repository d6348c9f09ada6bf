package dev.socialhub.posts.post;

import dev.socialhub.contracts.post.Visibility;
import dev.socialhub.posts.media.PostMediaView;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A post as readers receive it.
 *
 * @param editedAt when its author last changed it, if ever
 * @param hashtags without the number sign, each once, as the author wrote it first
 * @param bookmarked whether the caller has bookmarked it
 * @param media in the order of the author
 */
@Serdeable
public record PostView(
        UUID id,
        AuthorView author,
        String content,
        Visibility visibility,
        Instant createdAt,
        @Nullable Instant editedAt,
        List<String> hashtags,
        boolean bookmarked,
        List<PostMediaView> media) {

    public PostView {
        hashtags = List.copyOf(hashtags);
        media = List.copyOf(media);
    }

    static PostView of(Post post, List<PostMediaView> media) {
        return new PostView(
                post.id(),
                new AuthorView(post.authorId(), post.authorUsername(), post.authorName()),
                post.content(),
                post.visibility(),
                post.createdAt(),
                post.editedAt(),
                post.hashtags(),
                post.bookmarked(),
                media);
    }

    /** The author of a post. */
    @Serdeable
    public record AuthorView(UUID id, String username, String name) {}
}
