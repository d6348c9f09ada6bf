package dev.socialhub.auth.seed;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.socialhub.auth.account.EmailAddress;
import dev.socialhub.ops.seed.SeedRules;
import dev.socialhub.shared.text.PlainText;
import dev.socialhub.shared.text.PlainTextRule;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** The account of a sample user. The rules are those of a sign-up. */
@Serdeable.Deserializable
@JsonIgnoreProperties(ignoreUnknown = false)
record SeededAccount(
        @NotNull(message = "is required") @Pattern(regexp = SeedRules.ID, message = SeedRules.NO_ID)
                String id,
        @NotNull(message = "is required")
                @Pattern(
                        regexp = "(?=[_.]*[a-z0-9])[a-z0-9_.]{3,30}",
                        message =
                                "must be 3 to 30 lower-case letters, digits, dots and underscores,"
                                        + " not all of them punctuation")
                String username,
        @NotNull(message = "is required")
                @Size(max = EmailAddress.MAX_LENGTH)
                @Pattern(regexp = EmailAddress.FORM, message = "must be an e-mail address")
                String email,
        @NotNull(message = "is required") @PlainText(min = 1, max = 100) String name,
        @Min(0) @Max(SeedRules.LATEST) long createdAtMillis) {

    /** The name as it is stored; call only after validation. */
    String keptName() {
        return PlainTextRule.normalised(name).strip();
    }
}
