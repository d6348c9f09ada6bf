package dev.socialhub.posts.author;

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
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds people, also those whose events have not arrived yet: a new account works at once. Asks
 * auth, so never call it inside a transaction.
 */
@Singleton
public class ResolveAuthor {

    private static final Logger LOG = LoggerFactory.getLogger(ResolveAuthor.class);

    /** Older than every account, so that whatever comes from auth replaces it. */
    private static final long FROM_TOKEN = 0;

    private final AuthorRepository authors;
    private final Accounts accounts;

    ResolveAuthor(AuthorRepository authors, Accounts accounts) {
        this.authors = authors;
        this.accounts = accounts;
    }

    /** The caller. While auth is away, named as the token does. */
    public Author ofCaller(Caller caller) {
        return authors.findById(caller.id()).orElseGet(() -> meet(caller));
    }

    /**
     * The person whom a path names by id or username.
     *
     * @throws ProblemException 404 when there is nobody of this name, 503 when that can't be known
     */
    public Author named(String idOrUsername) {
        PersonName person = PersonName.of(idOrUsername).orElseThrow(ResolveAuthor::nobody);
        return find(person).or(() -> fetch(person)).orElseThrow(ResolveAuthor::nobody);
    }

    private Optional<Author> find(PersonName person) {
        return switch (person) {
            case ById(var id) -> authors.findById(id);
            case ByUsername(var username) -> authors.findByUsername(username);
        };
    }

    private Optional<Author> fetch(PersonName person) {
        try {
            return accounts.find(person).map(this::keep);
        } catch (AccountsUnavailable e) {
            LOG.warn("auth can't be asked for an account: {}", String.valueOf(e.getCause()));
            throw ProblemException.retryLater(
                    ProblemType.UNAVAILABLE,
                    "Accounts can't be looked up at the moment.",
                    Duration.ofSeconds(2));
        }
    }

    private Author meet(Caller caller) {
        try {
            Optional<Account> account = accounts.find(new ById(caller.id()));
            if (account.isPresent()) {
                return keep(account.get());
            }
        } catch (AccountsUnavailable e) {
            LOG.info(
                    "auth can't be asked for a new author's name: {}",
                    String.valueOf(e.getCause()));
        }
        return keep(caller.id(), caller.username(), caller.username(), FROM_TOKEN);
    }

    private Author keep(Account account) {
        return keep(account.id(), account.username(), account.name(), account.version());
    }

    /** What stands there afterwards: an event may have brought a newer name meanwhile. */
    private Author keep(UUID id, String username, String name, long version) {
        authors.putAccount(id, username, name, version);
        return authors.findById(id).orElseThrow();
    }

    private static ProblemException nobody() {
        return ProblemException.notFound("There is no such user.");
    }
}
