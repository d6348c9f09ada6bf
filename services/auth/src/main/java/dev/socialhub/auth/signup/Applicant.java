package dev.socialhub.auth.signup;

import dev.socialhub.auth.account.EmailAddress;
import dev.socialhub.auth.account.Username;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.text.PlainTextRule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** Somebody who asks for an account, in the form in which it would be kept. */
record Applicant(String name, EmailAddress email, Username username) {

    /**
     * Reads a request whose fields have the right form.
     *
     * @throws ProblemException 422 when the name is one that nobody may have
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

    /** What somebody who knows them would try first. */
    List<String> known() {
        return List.of(name, email.value(), username.value());
    }

    /** The same for the same request, whatever password came with it. */
    byte[] fingerprint() {
        // None of the three can hold a NUL, so nothing can be shifted from one into the next.
        String text = name + '\0' + email.folded() + '\0' + username.value();
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
