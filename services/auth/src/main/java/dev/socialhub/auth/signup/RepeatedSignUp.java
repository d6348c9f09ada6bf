package dev.socialhub.auth.signup;

import dev.socialhub.auth.account.Account;
import dev.socialhub.auth.account.Accounts;
import dev.socialhub.auth.password.Passwords;
import dev.socialhub.auth.session.OpenSession;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Handles a repeated sign-up from a client that never received the first answer. That answer
 * contained tokens and was not stored; a client that knows the password gets new ones.
 */
@Singleton
final class RepeatedSignUp {

    private final SignUpKeys keys;
    private final Accounts accounts;
    private final Passwords passwords;
    private final OpenSession openSession;

    RepeatedSignUp(
            SignUpKeys keys, Accounts accounts, Passwords passwords, OpenSession openSession) {
        this.keys = keys;
        this.accounts = accounts;
        this.passwords = passwords;
        this.openSession = openSession;
    }

    /**
     * Signs the owner of the account in again.
     *
     * @return empty when this key is not stored yet
     * @throws ProblemException 422 when the key belongs to another request
     */
    Optional<OpenedAccount> find(
            Applicant applicant, String password, String key, @Nullable String userAgent) {
        Optional<SignUpKey> known = keys.find(key);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        SignUpKey first = known.get();
        Optional<Account> account =
                MessageDigest.isEqual(first.fingerprint(), applicant.fingerprint())
                        ? accounts.byId(first.userId())
                        : Optional.empty();
        if (account.isEmpty() || !isRight(password, account.get())) {
            throw new ProblemException(
                    ProblemType.KEY_REUSED,
                    "This Idempotency-Key was used for a request with another body.");
        }
        return account.map(found -> new OpenedAccount(found, openSession.open(found, userAgent)));
    }

    private boolean isRight(String password, Account account) {
        return passwords.verify(account.passwordHash(), password).isRight();
    }
}
