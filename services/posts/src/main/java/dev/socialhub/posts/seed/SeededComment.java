package dev.socialhub.posts.seed;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.socialhub.contracts.post.PostLimits;
import dev.socialhub.ops.seed.SeedRules;
import dev.socialhub.ops.seed.SeedTable;
import dev.socialhub.ops.table.Column;
import dev.socialhub.people.tombstone.TombstoneRepository;
import dev.socialhub.shared.text.PlainText;
import dev.socialhub.shared.text.PlainTextRule;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;

/** A comment of a sample user that replies to a post. The rules are those of comments. */
@Serdeable.Deserializable
@JsonIgnoreProperties(ignoreUnknown = false)
record SeededComment(
        @NotNull(message = "is required") @Pattern(regexp = SeedRules.ID, message = SeedRules.NO_ID)
                String id,
        @NotNull(message = "is required") @Pattern(regexp = SeedRules.ID, message = SeedRules.NO_ID)
                String postId,
        @NotNull(message = "is required") @Pattern(regexp = SeedRules.ID, message = SeedRules.NO_ID)
                String authorId,
        @NotNull(message = "is required")
                @PlainText(min = 1, max = PostLimits.COMMENT, lines = true)
                String content,
        @Min(0) @Max(SeedRules.LATEST) long createdAtMillis) {

    static final SeedTable<SeededComment> TABLE =
            new SeedTable<>(
                    "post_comment",
                    List.of("id"),
                    List.of(
                            Column.uuid("id", SeededComment::id),
                            Column.uuid("post_id", SeededComment::postId),
                            Column.uuid("author_id", SeededComment::authorId),
                            Column.text("content", row -> PlainTextRule.normalised(row.content())),
                            Column.millis("created_at", SeededComment::createdAtMillis)),
                    Map.of("depth", "1", "version", "1"),
                    "not exists (select 1 from deleted_user d where d.user_id = s.author_id)"
                            + " and exists (select 1 from post p where p.id = s.post_id"
                            + " and p.deleted_at is null)",
                    TombstoneRepository.HOLD_OFF_DELETIONS);
}
