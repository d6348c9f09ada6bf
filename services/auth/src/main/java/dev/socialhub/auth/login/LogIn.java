package dev.socialhub.auth.login;

import dev.socialhub.auth.account.Account;
import dev.socialhub.auth.account.Accounts;
import dev.socialhub.auth.account.EmailAddress;
import dev.socialhub.auth.account.Username;
import dev.socialhub.auth.password.PasswordCheck;
import dev.socialhub.auth.password.Passwords;
import dev.socialhub.auth.password.TypedPassword;
import dev.socialhub.auth.session.IssueTokens;
import dev.socialhub.auth.session.OpenSession;
import dev.socialhub.auth.session.Session;
import dev.socialhub.auth.session.SignedIn;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs in a user with the correct password. A client can't tell whether the account or the password
 * was wrong: neither the answer nor the time it took reveals it.
 */
@Singleton
final class LogIn {

    private static final Logger LOG = LoggerFactory.getLogger(LogIn.class);

    private final Accounts accounts;
    private final Passwords passwords;
    private final OpenSession openSession;
    private final IssueTokens issueTokens;
    private final LoginMetrics metrics;

    LogIn(
            Accounts accounts,
            Passwords passwords,
            OpenSession openSession,
            IssueTokens issueTokens,
            LoginMetrics metrics) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.openSession = openSession;
        this.issueTokens = issueTokens;
        this.metrics = metrics;
    }

    /**
     * Opens a session.
     *
     * @throws ProblemException 401 when account and password don't match
     */
    SignedIn logIn(String identifier, String password, @Nullable String userAgent) {
        try {
            SignedIn signedIn = authenticate(identifier, password, userAgent);
            metrics.succeeded();
            return signedIn;
        } catch (ProblemException e) {
            metrics.failed(e);
            throw e;
        }
    }

    private SignedIn authenticate(String identifier, String password, @Nullable String userAgent) {
        if (!TypedPassword.isWellFormed(password)) {
            throw ProblemException.invalid("password", "must be valid Unicode text");
        }
        Optional<Account> account = find(identifier);
        if (account.isEmpty()) {
            passwords.pretendToVerify(password);
            LOG.info("Login refused: no such account");
            throw refused();
        }
        Account known = account.get();
        PasswordCheck check = passwords.verify(known.passwordHash(), password);
        if (!check.isRight()) {
            LOG.info("Login refused: wrong password for user {}", known.id());
            throw refused();
        }
        if (check == PasswordCheck.RIGHT_FOR_OLD_HASH) {
            accounts.replaceHash(known, passwords.hash(password));
        }
        Session session = openSession.open(known, userAgent);
        LOG.info("User {} logged in, session {}", known.id(), session.id());
        return issueTokens.issue("Login successful", known, session);
    }

    private Optional<Account> find(String identifier) {
        return identifier.indexOf('@') >= 0
                ? EmailAddress.parse(identifier).flatMap(accounts::byEmail)
                : Username.parse(identifier).flatMap(accounts::byUsername);
    }

    private static ProblemException refused() {
        return new ProblemException(
                ProblemType.UNAUTHORIZED, "The identifier or the password is wrong.");
    }
}
