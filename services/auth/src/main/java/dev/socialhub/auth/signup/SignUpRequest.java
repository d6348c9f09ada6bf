package dev.socialhub.auth.signup;

import dev.socialhub.auth.account.EmailAddress;
import dev.socialhub.auth.account.TypedIdentifier;
import dev.socialhub.auth.account.Username;
import dev.socialhub.shared.text.PlainText;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * The request for an account. The password is checked separately, once the other fields are valid.
 */
@Serdeable
record SignUpRequest(
        @NotNull(message = "is required") @PlainText(min = 1, max = 100) String name,
        @NotNull(message = "is required")
                @Size(max = EmailAddress.MAX_LENGTH)
                @Pattern(regexp = EmailAddress.FORM, message = "must be an e-mail address")
                String email,
        @NotNull(message = "is required")
                @Pattern(regexp = Username.NEW_FORM, message = Username.NEW_FORM_MESSAGE)
                String username,
        @NotNull(message = "is required") String password) {

    SignUpRequest {
        // Validation, which runs later, refuses null.
        if (email != null) {
            email = TypedIdentifier.trimmed(email);
        }
        if (username != null) {
            username = TypedIdentifier.trimmed(username);
        }
    }

    /** Omits the fields that must not appear in a log. */
    @Override
    public String toString() {
        return "SignUpRequest[]";
    }
}
