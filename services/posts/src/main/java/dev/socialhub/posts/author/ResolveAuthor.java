package dev.socialhub.posts.author;

import dev.socialhub.accounts.PersonName;
import dev.socialhub.accounts.PersonName.ById;
import dev.socialhub.accounts.PersonName.ByUsername;
import dev.socialhub.accounts.ResolvePerson;
import dev.socialhub.accounts.UserReplica;
import dev.socialhub.contracts.account.PublishedAccount;
import dev.socialhub.shared.identity.Caller;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds users in the replica of their names, and adds a user whose event has not arrived yet. */
@Singleton
public class ResolveAuthor {

    private final AuthorRepository authors;
    private final ReplicateNames names;
    private final ResolvePerson resolvePerson;

    ResolveAuthor(AuthorRepository authors, ReplicateNames names, ResolvePerson resolvePerson) {
        this.authors = authors;
        this.names = names;
        this.resolvePerson = resolvePerson;
    }

    /**
     * The author record of the caller. While auth is unavailable, a caller missing from the replica
     * is named as in the token.
     *
     * @throws ProblemException 401 when the account is deleted
     */
    public Author ofCaller(Caller caller) {
        return resolvePerson.caller(caller, new AuthorReplica(ResolveAuthor::gone));
    }

    /**
     * The user that a path names by id or username.
     *
     * @throws ProblemException 404 when there is no user of this name, 503 when that can't be
     *     determined
     */
    public Author named(String idOrUsername) {
        return resolvePerson.named(idOrUsername, new AuthorReplica(ResolvePerson::nobody));
    }

    /**
     * The error for a caller whose account was deleted before the token expired. It tells the
     * client that the token is useless, so that the client discards it.
     */
    public static ProblemException gone() {
        return new ProblemException(ProblemType.UNAUTHORIZED, "This account has been deleted.");
    }

    /** The replica, with the error to throw for a deleted user. */
    private final class AuthorReplica implements UserReplica<Author> {

        private final Supplier<ProblemException> ifDeleted;

        private AuthorReplica(Supplier<ProblemException> ifDeleted) {
            this.ifDeleted = ifDeleted;
        }

        @Override
        public Optional<Author> find(PersonName name) {
            return switch (name) {
                case ById(var id) -> authors.findById(id);
                case ByUsername(var username) -> authors.findByUsername(username);
            };
        }

        @Override
        public Author keep(PublishedAccount account) {
            return names.keep(account).orElseThrow(ifDeleted);
        }
    }
}
