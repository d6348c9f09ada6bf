package dev.socialhub.users.profile;

import dev.socialhub.contracts.account.Account;
import dev.socialhub.shared.accounts.Accounts;
import dev.socialhub.shared.accounts.AccountsUnavailable;
import dev.socialhub.shared.accounts.PersonName;
import dev.socialhub.shared.accounts.PersonName.ById;
import dev.socialhub.shared.accounts.PersonName.ByUsername;
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
 * Finds profiles, and makes those that are missing because the news of their account hasn't
 * arrived: a new account works at once. Asks auth, so never call it inside a transaction.
 */
@Singleton
class FindProfile {

    private static final Logger LOG = LoggerFactory.getLogger(FindProfile.class);

    /** Older than every account, so that whatever comes from auth replaces it. */
    private static final long FROM_TOKEN = 0;

    private final ProfileRepository profiles;
    private final Accounts accounts;
    private final MakeProfile making;
    private final Clock clock;

    FindProfile(ProfileRepository profiles, Accounts accounts, MakeProfile making, Clock clock) {
        this.profiles = profiles;
        this.accounts = accounts;
        this.making = making;
        this.clock = clock;
    }

    /** The caller's own. While auth is away, a new one takes the token's word. */
    Profile ofCaller(Caller caller) {
        return profiles.findById(caller.id()).orElseGet(() -> making.of(account(caller)));
    }

    /**
     * The profile of the person whom a path names by id or username.
     *
     * @throws ProblemException 404 when there is nobody of this name, 503 when that can't be known
     */
    Profile named(String idOrUsername) {
        PersonName person = PersonName.of(idOrUsername).orElseThrow(FindProfile::nobody);
        return find(person).or(() -> fetch(person)).orElseThrow(FindProfile::nobody);
    }

    private Optional<Profile> find(PersonName person) {
        return switch (person) {
            case ById(var id) -> profiles.findById(id);
            case ByUsername(var username) -> profiles.findByUsername(username);
        };
    }

    private Optional<Profile> fetch(PersonName person) {
        try {
            return accounts.find(person).map(making::of);
        } catch (AccountsUnavailable e) {
            LOG.warn("auth can't be asked for an account: {}", String.valueOf(e.getCause()));
            throw ProblemException.retryLater(
                    ProblemType.UNAVAILABLE,
                    "Accounts can't be looked up at the moment.",
                    Duration.ofSeconds(2));
        }
    }

    private Account account(Caller caller) {
        try {
            Optional<Account> account = accounts.find(new ById(caller.id()));
            if (account.isPresent()) {
                return account.get();
            }
        } catch (AccountsUnavailable e) {
            LOG.info(
                    "auth can't be asked for a new account's name: {}",
                    String.valueOf(e.getCause()));
        }
        return new Account(
                caller.id(), caller.username(), caller.username(), clock.instant(), FROM_TOKEN);
    }

    private static ProblemException nobody() {
        return ProblemException.notFound("There is no such user.");
    }
}
