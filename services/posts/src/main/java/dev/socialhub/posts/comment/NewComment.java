package dev.socialhub.posts.comment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.socialhub.contracts.post.PostLimits;
import dev.socialhub.posts.id.IdForm;
import dev.socialhub.shared.text.PlainText;
import dev.socialhub.shared.text.PlainTextRule;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comment that a user wants to add to a post.
 *
 * @param content 1 to {@value PostLimits#COMMENT} characters
 * @param parentId the comment that it replies to; absent for one that replies to the post
 */
@Serdeable
@JsonIgnoreProperties(ignoreUnknown = false)
record NewComment(
        @Nullable
                @NotNull(message = "is required")
                @PlainText(min = 1, max = PostLimits.COMMENT, lines = true)
                String content,
        @Nullable @Pattern(regexp = IdForm.REGEX, message = "must be the id of a comment")
                String parentId) {

    NewComment {
        content = content == null ? null : PlainTextRule.normalised(content);
    }

    /** Call only after validation. */
    String text() {
        return Objects.requireNonNull(content);
    }

    /** Call only after validation. */
    @Nullable UUID parent() {
        return parentId == null ? null : UUID.fromString(parentId);
    }
}
