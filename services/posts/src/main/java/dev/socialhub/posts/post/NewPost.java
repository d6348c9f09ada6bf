package dev.socialhub.posts.post;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.socialhub.contracts.post.PostLimits;
import dev.socialhub.contracts.post.Visibility;
import dev.socialhub.shared.text.PlainText;
import dev.socialhub.shared.text.PlainTextRule;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A post that a user wants to publish.
 *
 * @param content 1 to {@value PostLimits#CONTENT} characters
 * @param visibility {@code public} (the default), {@code followers} or {@code private}
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
                String visibility) {

    NewPost {
        content = content == null ? null : PlainTextRule.normalised(content);
        visibility = visibility == null ? Visibility.PUBLIC.wireName() : visibility;
    }

    /** The readers that the author allows; call only after validation. */
    Visibility visibleTo() {
        return Visibility.ofWireName(Objects.requireNonNull(visibility));
    }
}
