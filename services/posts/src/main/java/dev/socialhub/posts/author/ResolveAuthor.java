package dev.socialhub.posts.author;

import dev.socialhub.accounts.PeopleCopy;
import dev.socialhub.accounts.PersonName;
import dev.socialhub.accounts.PersonName.ById;
import dev.socialhub.accounts.PersonName.ByUsername;
import dev.socialhub.accounts.ResolvePerson;
import dev.socialhub.contracts.account.Account;
import dev.socialhub.shared.identity.Caller;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds people in the copy of their names, and fills it where an event is still on its way. */
@Singleton
public class ResolveAuthor implements PeopleCopy<Author> {

    private final AuthorRepository authors;
    private final ResolvePerson people;

    ResolveAuthor(AuthorRepository authors, ResolvePerson people) {
        this.authors = authors;
        this.people = people;
    }

    /** The caller. While auth is away, named as the token does. */
    public Author ofCaller(Caller caller) {
        return people.caller(caller, this);
    }

    /**
     * The person whom a path names by id or username.
     *
     * @throws dev.socialhub.shared.problem.ProblemException 404 when there is nobody of this name,
     *     503 when that can't be known
     */
    public Author named(String idOrUsername) {
        return people.named(idOrUsername, this);
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
        authors.putAccount(account.id(), account.username(), account.name(), account.version());
        return authors.findById(account.id()).orElseThrow();
    }
}
