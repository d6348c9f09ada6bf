package dev.socialhub.auth.seed;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.socialhub.auth.account.EmailAddress;
import dev.socialhub.contracts.seed.SharedPassword;
import dev.socialhub.ops.seed.SeedRules;
import dev.socialhub.ops.seed.SeedTable;
import dev.socialhub.ops.table.Column;
import dev.socialhub.shared.identity.Roles;
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

    /** Rows with a name or an address that is taken aren't added either. */
    static final SeedTable<SeededAccount> TABLE =
            new SeedTable<>(
                    "account",
                    List.of("id"),
                    List.of(
                            Column.uuid("id", SeededAccount::id),
                            Column.text("username", SeededAccount::username),
                            Column.text("email", SeededAccount::email),
                            Column.text("name", SeededAccount::keptName),
                            Column.millis("created_at", SeededAccount::createdAtMillis)),
                    Map.of(
                            "password_hash", "'" + SharedPassword.HASH + "'",
                            "roles", "array['" + Roles.USER + "']",
                            "version", "1"),
                    "true",
                    null);

    private String keptName() {
        return PlainTextRule.normalised(name).strip();
    }
}
