package dev.socialhub.users.seed;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.socialhub.ops.seed.SeedRules;
import dev.socialhub.ops.seed.SeedTable;
import dev.socialhub.ops.table.Column;
import dev.socialhub.shared.text.PlainText;
import dev.socialhub.shared.text.PlainTextRule;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The profile of a generated user. The rules are those of an edit. */
@Serdeable.Deserializable
@JsonIgnoreProperties(ignoreUnknown = false)
record SeededProfile(
        @NotNull(message = "is required") @Pattern(regexp = SeedRules.ID, message = SeedRules.NO_ID)
                String userId,
        @NotNull(message = "is required")
                @Pattern(
                        regexp = "[a-z0-9_.]{3,30}",
                        message =
                                "must be 3 to 30 lower-case letters, digits, dots and underscores")
                String username,
        @NotNull(message = "is required") @PlainText(min = 1, max = 100) String name,
        @Nullable @PlainText(min = 1, max = 120) String headline,
        @Nullable @PlainText(min = 1, max = 1_000, lines = true) String bio,
        @Nullable @PlainText(min = 1, max = 100) String location,
        @NotNull(message = "is required") @Size(max = 50, message = "must be at most 50")
                List<@NotNull(message = "can't be null") @PlainText(min = 1, max = 50) String>
                        skills,
        @Min(0) @Max(SeedRules.LATEST) long createdAtMillis) {

    /**
     * Waits for erasures in progress, and prevents others until the transaction ends. One lock on
     * the table, which conflicts only with transactions that add a tombstone, instead of one lock
     * for each user: thousands at once would fill the server's memory for locks.
     */
    static final String HOLD_OFF_ERASURES = "lock table deleted_user in share mode";

    static final SeedTable<SeededProfile> TABLE =
            new SeedTable<>(
                    "profile",
                    List.of("user_id"),
                    List.of(
                            Column.uuid("user_id", SeededProfile::userId),
                            Column.text("username", SeededProfile::username),
                            Column.text("name", row -> kept(row.name())),
                            Column.text("headline", row -> kept(row.headline())),
                            Column.text("bio", row -> kept(row.bio())),
                            Column.text("location", row -> kept(row.location())),
                            Column.texts("skills", SeededProfile::keptSkills),
                            Column.millis("created_at", SeededProfile::createdAtMillis)),
                    Map.of(
                            "name_edited", "false",
                            "account_version", "1",
                            "version", "1",
                            "updated_at", "s.created_at"),
                    "not exists (select 1 from deleted_user d where d.user_id = s.user_id)",
                    HOLD_OFF_ERASURES);

    private List<String> keptSkills() {
        return skills.stream()
                .map(PlainTextRule::normalised)
                .map(String::strip)
                .distinct()
                .toList();
    }

    private static @Nullable String kept(@Nullable String text) {
        return text == null ? null : PlainTextRule.normalised(text).strip();
    }
}
