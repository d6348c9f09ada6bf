package dev.socialhub.users.profile;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.NOT_REQUIRED;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.socialhub.shared.text.PlainText;
import dev.socialhub.shared.text.PlainTextRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The changes that a user requests to their profile. Absent fields stay as they are.
 *
 * @param name 1 to 100 characters, one line
 * @param headline at most 120 characters, one line; null clears it
 * @param bio at most 1000 characters; null clears it
 * @param location at most 100 characters, one line; null clears it
 * @param skills at most 50, each one line of 1 to 50 characters; null clears them
 */
@Serdeable.Deserializable
@JsonIgnoreProperties(ignoreUnknown = false)
record ProfileEdit(
        @Schema(implementation = String.class, requiredMode = NOT_REQUIRED)
                FieldChange<
                                @NotNull(message = "can't be null") @PlainText(min = 1, max = 100)
                                String>
                        name,
        @Schema(implementation = String.class, nullable = true, requiredMode = NOT_REQUIRED)
                FieldChange<@PlainText(max = 120) String> headline,
        @Schema(implementation = String.class, nullable = true, requiredMode = NOT_REQUIRED)
                FieldChange<@PlainText(max = 1_000, lines = true) String> bio,
        @Schema(implementation = String.class, nullable = true, requiredMode = NOT_REQUIRED)
                FieldChange<@PlainText(max = 100) String> location,
        @Schema(implementation = List.class, nullable = true, requiredMode = NOT_REQUIRED)
                @ArraySchema(schema = @Schema(implementation = String.class))
                FieldChange<
                                @Size(max = 50, message = "must be at most 50") List<
                                        @NotNull(message = "can't be null")
                                        @PlainText(min = 1, max = 50) String>>
                        skills) {

    /** The edit with its texts as they are stored; call it only after validation. */
    ProfileEdit normalised() {
        return new ProfileEdit(
                name.map(ProfileEdit::kept),
                headline.map(ProfileEdit::keptUnlessBlank),
                bio.map(ProfileEdit::keptUnlessBlank),
                location.map(ProfileEdit::keptUnlessBlank),
                skills.asked() ? FieldChange.to(distinct(skills.value())) : skills);
    }

    private static List<String> distinct(@Nullable List<String> skills) {
        return skills == null
                ? List.of()
                : skills.stream().map(ProfileEdit::kept).distinct().toList();
    }

    private static String kept(String text) {
        return PlainTextRule.normalised(text).strip();
    }

    private static @Nullable String keptUnlessBlank(String text) {
        String kept = kept(text);
        return kept.isEmpty() ? null : kept;
    }
}
