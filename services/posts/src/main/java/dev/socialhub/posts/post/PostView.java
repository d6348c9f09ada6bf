package dev.socialhub.posts.post;

import dev.socialhub.contracts.post.Visibility;
import dev.socialhub.posts.count.PostCounts;
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
 * @param liked whether the caller likes it
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
        PostCounts counts,
        boolean liked,
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
                new PostCounts(post.likes(), post.comments()),
                post.liked(),
                post.bookmarked(),
                media);
    }
}
