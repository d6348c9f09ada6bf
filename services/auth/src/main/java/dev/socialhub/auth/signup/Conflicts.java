package dev.socialhub.auth.signup;

import dev.socialhub.auth.account.Accounts.Taken;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import java.util.Optional;

/** Names the field that another account already has. */
final class Conflicts {

    private Conflicts() {}

    static ProblemException with(Optional<Taken> taken) {
        String detail =
                taken.map(field ->
                                switch (field) {
                                    case USERNAME -> "The username is taken.";
                                    case EMAIL -> "The email address already has an account.";
                                })
                        .orElse("The username or the email address is taken.");
        return new ProblemException(ProblemType.CONFLICT, detail);
    }
}
