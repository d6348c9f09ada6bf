package dev.socialhub.posts.post;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.socialhub.contracts.post.PostLimits;
import dev.socialhub.contracts.post.Visibility;
import dev.socialhub.shared.text.PlainText;
import dev.socialhub.shared.text.PlainTextRule;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The changes that an author requests to a post. Fields that are absent or null stay as they are.
 *
 * @param content 1 to {@value PostLimits#CONTENT} characters
 * @param visibility {@code public}, {@code followers} or {@code private}
 */
@Serdeable.Deserializable
@JsonIgnoreProperties(ignoreUnknown = false)
record PostEdit(
        @Nullable @PlainText(min = 1, max = PostLimits.CONTENT, lines = true) String content,
        @Nullable
                @Pattern(
                        regexp = "public|followers|private",
                        message = "must be public, followers or private")
                String visibility) {

    PostEdit {
        content = content == null ? null : PlainTextRule.normalised(content);
    }

    /** The content after the edit. */
    String contentAfter(Post post) {
        return content == null ? post.content() : content;
    }

    /** The readers after the edit; call only after validation. */
    Visibility visibilityAfter(Post post) {
        return visibility == null ? post.visibility() : Visibility.ofWireName(visibility);
    }

    boolean changes(Post post) {
        return !contentAfter(post).equals(post.content())
                || visibilityAfter(post) != post.visibility();
    }
}
