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

    static final SeedTable<SeededPost> TABLE =
            new SeedTable<>(
                    "post",
                    List.of("id"),
                    List.of(
                            Column.uuid("id", SeededPost::id),
                            Column.uuid("author_id", SeededPost::authorId),
                            Column.text("content", row -> PlainTextRule.normalised(row.content())),
                            Column.text("visibility", SeededPost::visibility),
                            Column.millis("created_at", SeededPost::createdAtMillis)),
                    Map.of("version", "1"),
                    "not exists (select 1 from deleted_user d where d.user_id = s.author_id)",
                    TombstoneRepository.HOLD_OFF_DELETIONS);
}
