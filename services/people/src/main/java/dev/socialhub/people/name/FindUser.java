package dev.socialhub.people.name;

import dev.socialhub.contracts.account.PublishedAccount;
import dev.socialhub.people.account.ResolveUser;
import dev.socialhub.people.account.UserIdentifier;
import dev.socialhub.people.account.UserIdentifier.ById;
import dev.socialhub.people.account.UserIdentifier.ByUsername;
import dev.socialhub.people.account.UserReplica;
import dev.socialhub.shared.identity.Caller;
import dev.socialhub.shared.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds users in the replica of their names, and adds a user whose event has not arrived yet. */
@Singleton
public class FindUser {

    private final NameRepository replicatedNames;
    private final ReplicateNames names;
    private final ResolveUser resolveUser;

    FindUser(NameRepository replicatedNames, ReplicateNames names, ResolveUser resolveUser) {
        this.replicatedNames = replicatedNames;
        this.names = names;
        this.resolveUser = resolveUser;
    }

    /**
     * The name of the caller. While auth is unavailable, a caller missing from the replica is named
     * as in the token.
     *
     * @throws ProblemException 401 when the account is deleted
     */
    public NamedUser ofCaller(Caller caller) {
        return resolveUser.caller(caller, new FoundNames(ResolveUser::deletedCaller));
    }

    /**
     * The user that a path names by id or username.
     *
     * @throws ProblemException 404 when there is no user of this name, 503 when that can't be
     *     determined
     */
    public NamedUser named(String idOrUsername) {
        return resolveUser.named(idOrUsername, new FoundNames(ResolveUser::unknownUser));
    }

    /** The replica, with the error to throw for a deleted user. */
    private final class FoundNames implements UserReplica<NamedUser> {

        private final Supplier<ProblemException> ifDeleted;

        private FoundNames(Supplier<ProblemException> ifDeleted) {
            this.ifDeleted = ifDeleted;
        }

        @Override
        public Optional<NamedUser> find(UserIdentifier name) {
            return switch (name) {
                case ById(var id) -> replicatedNames.findById(id);
                case ByUsername(var username) -> replicatedNames.findByUsername(username);
            };
        }

        @Override
        public NamedUser keep(PublishedAccount account) {
            return names.keep(account).orElseThrow(ifDeleted);
        }
    }
}
