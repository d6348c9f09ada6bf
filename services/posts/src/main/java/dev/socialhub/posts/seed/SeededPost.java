package dev.socialhub.posts.seed;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.socialhub.contracts.post.PostLimits;
import dev.socialhub.ops.seed.SeedRules;
import dev.socialhub.shared.text.PlainText;
import dev.socialhub.shared.text.PlainTextRule;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** A post of a sample user. The rules are those of publishing. */
@Serdeable.Deserializable
@JsonIgnoreProperties(ignoreUnknown = false)
record SeededPost(
        @NotNull(message = "is required") @Pattern(regexp = SeedRules.ID, message = SeedRules.NO_ID)
                String id,
        @NotNull(message = "is required") @Pattern(regexp = SeedRules.ID, message = SeedRules.NO_ID)
                String authorId,
        @NotNull(message = "is required")
                @PlainText(min = 1, max = PostLimits.CONTENT, lines = true)
                String content,
        @NotNull(message = "is required")
                @Pattern(
                        regexp = "public|followers|private",
                        message = "must be public, followers or private")
                String visibility,
        @Min(0) @Max(SeedRules.LATEST) long createdAtMillis) {

    /** The content as it is stored; call only after validation. */
    String keptContent() {
        return PlainTextRule.normalised(content);
    }
}
