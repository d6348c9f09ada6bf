package dev.socialhub.users.profile;

import dev.socialhub.accounts.PeopleCopy;
import dev.socialhub.accounts.PersonName;
import dev.socialhub.accounts.PersonName.ById;
import dev.socialhub.accounts.PersonName.ByUsername;
import dev.socialhub.accounts.ResolvePerson;
import dev.socialhub.contracts.account.Account;
import dev.socialhub.shared.identity.Caller;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds profiles, and makes those that are missing because news of their account is on its way. */
@Singleton
class FindProfile implements PeopleCopy<Profile> {

    private final ProfileRepository profiles;
    private final MakeProfile making;
    private final ResolvePerson people;

    FindProfile(ProfileRepository profiles, MakeProfile making, ResolvePerson people) {
        this.profiles = profiles;
        this.making = making;
        this.people = people;
    }

    /** The caller's own. While auth is away, a new one takes the token's word. */
    Profile ofCaller(Caller caller) {
        return people.caller(caller, this);
    }

    /**
     * The profile of the person whom a path names by id or username.
     *
     * @throws dev.socialhub.shared.problem.ProblemException 404 when there is nobody of this name,
     *     503 when that can't be known
     */
    Profile named(String idOrUsername) {
        return people.named(idOrUsername, this);
    }

    @Override
    public Optional<Profile> find(PersonName person) {
        return switch (person) {
            case ById(var id) -> profiles.findById(id);
            case ByUsername(var username) -> profiles.findByUsername(username);
        };
    }

    @Override
    public Profile keep(Account account) {
        return making.of(account);
    }
}
