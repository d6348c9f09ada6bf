package dev.socialhub.auth.signup;

import dev.socialhub.auth.account.Account;
import dev.socialhub.auth.account.Accounts;
import dev.socialhub.auth.password.Passwords;
import dev.socialhub.shared.identity.Roles;
import dev.socialhub.shared.ids.Ids;
import dev.socialhub.shared.problem.ProblemException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Creates an account. The slow hash is computed before the transaction, which holds a connection.
 */
@Singleton
final class FirstSignUp {

    private static final long FIRST_VERSION = 1;

    private final Accounts accounts;
    private final Passwords passwords;
    private final RegisterAccount registerAccount;
    private final Ids ids;
    private final Clock clock;

    FirstSignUp(
            Accounts accounts,
            Passwords passwords,
            RegisterAccount registerAccount,
            Ids ids,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.registerAccount = registerAccount;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Creates the account and signs its owner in.
     *
     * @return empty when the key was taken by a concurrent request
     * @throws ProblemException 409 when name or address is taken
     */
    Optional<OpenedAccount> signUp(
            Applicant applicant,
            String password,
            @Nullable String key,
            @Nullable String userAgent) {
        Optional<Accounts.Taken> taken = accounts.taken(applicant.username(), applicant.email());
        if (taken.isPresent()) {
            throw Conflicts.with(taken);
        }
        Account account = account(applicant, passwords.hash(password));
        SignUpKey claim = claim(applicant, key, account.id());
        return Optional.ofNullable(registerAccount.register(account, claim, userAgent))
                .map(session -> new OpenedAccount(account, session));
    }

    private Account account(Applicant applicant, String hash) {
        return new Account(
                ids.next(),
                applicant.username(),
                applicant.email(),
                applicant.name(),
                hash,
                List.of(Roles.USER),
                FIRST_VERSION,
                clock.instant());
    }

    private @Nullable SignUpKey claim(Applicant applicant, @Nullable String key, UUID userId) {
        return key == null
                ? null
                : new SignUpKey(key, applicant.fingerprint(), userId, clock.instant());
    }
}
