package dev.socialhub.posts.seed;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.socialhub.ops.seed.SeedRules;
import dev.socialhub.ops.seed.SeedTable;
import dev.socialhub.ops.table.Column;
import dev.socialhub.people.tombstone.TombstoneRepository;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;

/** A like of a post by a sample user. */
@Serdeable.Deserializable
@JsonIgnoreProperties(ignoreUnknown = false)
record SeededLike(
        @NotNull(message = "is required") @Pattern(regexp = SeedRules.ID, message = SeedRules.NO_ID)
                String postId,
        @NotNull(message = "is required") @Pattern(regexp = SeedRules.ID, message = SeedRules.NO_ID)
                String userId,
        @Min(0) @Max(SeedRules.LATEST) long likedAtMillis) {

    static final SeedTable<SeededLike> TABLE =
            new SeedTable<>(
                    "post_like",
                    List.of("post_id", "user_id"),
                    List.of(
                            Column.uuid("post_id", SeededLike::postId),
                            Column.uuid("user_id", SeededLike::userId),
                            Column.millis("liked_at", SeededLike::likedAtMillis)),
                    Map.of("active", "true", "version", "1"),
                    "not exists (select 1 from deleted_user d where d.user_id = s.user_id)"
                            + " and exists (select 1 from post p where p.id = s.post_id"
                            + " and p.deleted_at is null)",
                    TombstoneRepository.HOLD_OFF_DELETIONS);
}
