package dev.socialhub.posts.comment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.socialhub.contracts.post.PostLimits;
import dev.socialhub.shared.text.PlainText;
import dev.socialhub.shared.text.PlainTextRule;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The new content of a comment.
 *
 * @param content 1 to {@value PostLimits#COMMENT} characters
 */
@Serdeable
@JsonIgnoreProperties(ignoreUnknown = false)
record CommentEdit(
        @Nullable
                @NotNull(message = "is required")
                @PlainText(min = 1, max = PostLimits.COMMENT, lines = true)
                String content) {

    CommentEdit {
        content = content == null ? null : PlainTextRule.normalised(content);
    }

    /** Call only after validation. */
    String text() {
        return Objects.requireNonNull(content);
    }
}
