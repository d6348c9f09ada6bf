package dev.socialhub.people.account;

import dev.socialhub.contracts.account.PublishedAccount;
import dev.socialhub.people.account.UserIdentifier.ById;
import dev.socialhub.shared.identity.Caller;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds users, including those whose events have not arrived yet: a new account works at once. Asks
 * auth, so never call it inside a transaction.
 */
@Singleton
public final class ResolveUser {

    private static final Logger LOG = LoggerFactory.getLogger(ResolveUser.class);

    /** Lower than the version of every account, so that whatever comes from auth replaces it. */
    private static final long FROM_TOKEN = 0;

    private final AccountLookup accounts;
    private final Clock clock;

    public ResolveUser(AccountLookup accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The caller. While auth is unavailable, the caller is described by the token. */
    public <T> T caller(Caller caller, UserReplica<T> replica) {
        return replica.find(new ById(caller.id())).orElseGet(() -> replica.keep(account(caller)));
    }

    /**
     * The user that a path names by id or username.
     *
     * @throws ProblemException 404 when no such user exists, 503 when that can't be determined
     */
    public <T> T named(String idOrUsername, UserReplica<T> replica) {
        UserIdentifier user = UserIdentifier.of(idOrUsername).orElseThrow(ResolveUser::unknownUser);
        return replica.find(user)
                .or(() -> fetch(user).map(replica::keep))
                .orElseThrow(ResolveUser::unknownUser);
    }

    /** The error for a user that doesn't exist. */
    public static ProblemException unknownUser() {
        return ProblemException.notFound("There is no such user.");
    }

    /**
     * The error for a caller whose account was deleted before the token expired. It tells the
     * client that the token is useless, so that the client discards it.
     */
    public static ProblemException deletedCaller() {
        return new ProblemException(ProblemType.UNAUTHORIZED, "This account has been deleted.");
    }

    private Optional<PublishedAccount> fetch(UserIdentifier user) {
        try {
            return accounts.find(user);
        } catch (AccountsUnavailable e) {
            LOG.warn(
                    "auth does not answer a request for an account: {}",
                    String.valueOf(e.getCause()));
            throw ProblemException.retryLater(
                    ProblemType.UNAVAILABLE,
                    "Accounts can't be looked up at the moment.",
                    Duration.ofSeconds(2));
        }
    }

    private PublishedAccount account(Caller caller) {
        try {
            Optional<PublishedAccount> account = accounts.find(new ById(caller.id()));
            if (account.isPresent()) {
                return account.get();
            }
        } catch (AccountsUnavailable e) {
            LOG.info(
                    "auth does not answer a request for a new account's name: {}",
                    String.valueOf(e.getCause()));
        }
        return new PublishedAccount(
                caller.id(), caller.username(), caller.username(), clock.instant(), FROM_TOKEN);
    }
}
