package dev.socialhub.posts.author;

import dev.socialhub.accounts.PeopleCopy;
import dev.socialhub.accounts.PersonName;
import dev.socialhub.accounts.PersonName.ById;
import dev.socialhub.accounts.PersonName.ByUsername;
import dev.socialhub.accounts.ResolvePerson;
import dev.socialhub.contracts.account.Account;
import dev.socialhub.shared.identity.Caller;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds people in the copy of their names, and fills it where an event is still on its way. */
@Singleton
public class ResolveAuthor {

    private final AuthorRepository authors;
    private final CopyNames names;
    private final ResolvePerson people;

    ResolveAuthor(AuthorRepository authors, CopyNames names, ResolvePerson people) {
        this.authors = authors;
        this.names = names;
        this.people = people;
    }

    /**
     * The caller. While auth is away, named as the token does.
     *
     * @throws ProblemException 401 when the account is gone
     */
    public Author ofCaller(Caller caller) {
        return people.caller(caller, new Copy(ResolveAuthor::gone));
    }

    /**
     * The person whom a path names by id or username.
     *
     * @throws ProblemException 404 when there is nobody of this name, 503 when that can't be known
     */
    public Author named(String idOrUsername) {
        return people.named(idOrUsername, new Copy(ResolvePerson::nobody));
    }

    /**
     * What is said to somebody whose token outlived their account: that it is good for nothing, so
     * that a client throws it away.
     */
    public static ProblemException gone() {
        return new ProblemException(ProblemType.UNAUTHORIZED, "This account has been deleted.");
    }

    /** The copy, for somebody who is to hear this of a person who is gone. */
    private final class Copy implements PeopleCopy<Author> {

        private final Supplier<ProblemException> ifGone;

        private Copy(Supplier<ProblemException> ifGone) {
            this.ifGone = ifGone;
        }

        @Override
        public Optional<Author> find(PersonName person) {
            return switch (person) {
                case ById(var id) -> authors.findById(id);
                case ByUsername(var username) -> authors.findByUsername(username);
            };
        }

        @Override
        public Author keep(Account account) {
            return names.keep(account).orElseThrow(ifGone);
        }
    }
}
