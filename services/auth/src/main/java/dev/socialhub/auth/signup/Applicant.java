package dev.socialhub.auth.signup;

import dev.socialhub.auth.account.EmailAddress;
import dev.socialhub.auth.account.Username;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.text.PlainTextRule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** The user that requests an account, in the form in which it would be stored. */
record Applicant(String name, EmailAddress email, Username username) {

    /**
     * Reads a request whose fields have the right form.
     *
     * @throws ProblemException 422 when the name is reserved
     */
    static Applicant of(SignUpRequest request) {
        Username username =
                Username.parse(request.username())
                        .orElseThrow(() -> ProblemException.invalid("username", "is malformed"));
        if (username.isReserved()) {
            throw ProblemException.invalid("username", "is reserved");
        }
        EmailAddress email =
                EmailAddress.parse(request.email())
                        .orElseThrow(() -> ProblemException.invalid("email", "is malformed"));
        return new Applicant(PlainTextRule.normalised(request.name()).strip(), email, username);
    }

    /** The values that an attacker who knows the user would try first. */
    List<String> known() {
        return List.of(name, email.value(), username.value());
    }

    /** Equal for equal requests, whatever password they contain. */
    byte[] fingerprint() {
        // None of the three can contain a NUL, so no text can be shifted from one into the next.
        String text = name + '\0' + email.folded() + '\0' + username.value();
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
