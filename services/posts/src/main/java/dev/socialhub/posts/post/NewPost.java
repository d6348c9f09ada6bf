package dev.socialhub.posts.post;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.socialhub.contracts.post.PostLimits;
import dev.socialhub.contracts.post.Visibility;
import dev.socialhub.posts.id.IdForm;
import dev.socialhub.shared.text.PlainText;
import dev.socialhub.shared.text.PlainTextRule;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A post that a user wants to publish.
 *
 * @param content 1 to {@value PostLimits#CONTENT} characters
 * @param visibility {@code public} (the default), {@code followers} or {@code private}
 * @param mediaIds up to 10 uploads of the author that no post has yet, in the order to show them in
 */
@Serdeable
@JsonIgnoreProperties(ignoreUnknown = false)
record NewPost(
        @Nullable
                @NotNull(message = "is required")
                @PlainText(min = 1, max = PostLimits.CONTENT, lines = true)
                String content,
        @Nullable
                @Pattern(
                        regexp = "public|followers|private",
                        message = "must be public, followers or private")
                String visibility,
        @Nullable @Size(max = NewPost.MAX_MEDIA, message = "must be at most 10")
                List<
                                @NotNull(message = "can't be null")
                                @Pattern(regexp = IdForm.REGEX, message = "must be an id") String>
                        mediaIds) {

    static final int MAX_MEDIA = 10;

    NewPost {
        content = content == null ? null : PlainTextRule.normalised(content);
        visibility = visibility == null ? Visibility.PUBLIC.wireName() : visibility;
        mediaIds = mediaIds == null ? List.of() : Collections.unmodifiableList(mediaIds);
    }

    /** The media to attach; call only after validation. */
    List<UUID> media() {
        return Objects.requireNonNull(mediaIds).stream().map(UUID::fromString).toList();
    }

    NewPost withMedia(List<UUID> media) {
        return new NewPost(content, visibility, media.stream().map(UUID::toString).toList());
    }

    /** The readers that the author allows; call only after validation. */
    Visibility visibleTo() {
        return Visibility.ofWireName(Objects.requireNonNull(visibility));
    }
}
