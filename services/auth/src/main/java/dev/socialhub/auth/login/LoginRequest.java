package dev.socialhub.auth.login;

import dev.socialhub.auth.account.TypedIdentifier;
import dev.socialhub.shared.problem.ProblemException;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The login request of a user; exactly one of the first three fields names the account.
 *
 * @param identifier an e-mail address or a username
 */
@Serdeable
record LoginRequest(
        @Nullable @Size(max = 254) String identifier,
        @Nullable @Size(max = 254) String email,
        @Nullable @Size(max = 254) String username,
        @NotNull(message = "is required") @Size(min = 1, max = 1000) String password) {

    LoginRequest {
        identifier = trimmed(identifier);
        email = trimmed(email);
        username = trimmed(username);
    }

    private static @Nullable String trimmed(@Nullable String typed) {
        return typed == null ? null : TypedIdentifier.trimmed(typed);
    }

    /**
     * The value that was given as the identifier.
     *
     * @throws ProblemException 422 when none or more than one was given
     */
    String given() {
        List<String> given =
                Stream.of(identifier, email, username).filter(Objects::nonNull).toList();
        if (given.size() != 1) {
            throw ProblemException.invalid(
                    "identifier", "give exactly one of identifier, email and username");
        }
        return given.getFirst();
    }

    /** Omits the password. */
    @Override
    public String toString() {
        return "LoginRequest[]";
    }
}
