package dev.socialhub.users.seed;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.socialhub.ops.seed.SeedRules;
import dev.socialhub.shared.text.PlainText;
import dev.socialhub.shared.text.PlainTextRule;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
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

    /** The profile with its texts as they are stored; call it only after validation. */
    SeededProfile normalised() {
        return new SeededProfile(
                userId,
                username,
                kept(name),
                headline == null ? null : kept(headline),
                bio == null ? null : kept(bio),
                location == null ? null : kept(location),
                skills.stream().map(SeededProfile::kept).distinct().toList(),
                createdAtMillis);
    }

    private static String kept(String text) {
        return PlainTextRule.normalised(text).strip();
    }
}
