package dev.socialhub.users.profile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.socialhub.contracts.account.PublishedAccount;
import dev.socialhub.people.account.ResolveUser;
import dev.socialhub.people.account.UserIdentifier;
import dev.socialhub.people.account.UserIdentifier.ById;
import dev.socialhub.people.account.UserIdentifier.ByUsername;
import dev.socialhub.people.account.UserReplica;
import dev.socialhub.shared.identity.Caller;
import dev.socialhub.shared.problem.ProblemException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Finds profiles, and creates those that are missing because their account's event hasn't arrived
 * yet.
 */
@Singleton
public class FindProfile {

    private static final int REMEMBERED = 100_000;

    private final ProfileRepository profiles;
    private final MakeProfile makeProfile;
    private final ResolveUser resolveUser;

    /** Users that were found recently. */
    private final Cache<UUID, Boolean> knownUsers =
            Caffeine.newBuilder()
                    .maximumSize(REMEMBERED)
                    .expireAfterWrite(Duration.ofMinutes(1))
                    .build();

    private final ProfileReplica callers = new ProfileReplica(ResolveUser::deletedCaller);
    private final ProfileReplica others = new ProfileReplica(ResolveUser::unknownUser);

    FindProfile(ProfileRepository profiles, MakeProfile makeProfile, ResolveUser resolveUser) {
        this.profiles = profiles;
        this.makeProfile = makeProfile;
        this.resolveUser = resolveUser;
    }

    /**
     * The caller's own profile. While auth is unavailable, a new one is made from the token's data.
     *
     * @throws ProblemException 401 when the account was deleted, though its token is still valid
     */
    Profile ofCaller(Caller caller) {
        return resolveUser.caller(caller, callers);
    }

    /**
     * The profile of the user that a path names by id or username.
     *
     * @throws ProblemException 404 when no such user exists, 503 when that can't be determined
     */
    Profile named(String idOrUsername) {
        return resolveUser.named(idOrUsername, others);
    }

    /**
     * The id of the user that a path names by id, username or {@code me}. The user has a profile.
     *
     * @throws ProblemException as for a profile
     */
    public UUID idOf(Caller caller, String user) {
        return user.equals(UserPath.ME) ? ofCaller(caller).userId() : named(user).userId();
    }

    /**
     * The id that a path names. A user found by username has a profile; for an id, and for {@code
     * me}, that isn't checked yet.
     *
     * @throws ProblemException as for a profile
     */
    public UUID uncheckedIdOf(Caller caller, String user) {
        if (user.equals(UserPath.ME)) {
            return caller.id();
        }
        return UserIdentifier.of(user).orElseThrow(ResolveUser::unknownUser) instanceof ById(var id)
                ? id
                : named(user).userId();
    }

    /**
     * The id of a user that the caller acts on. Both had a profile a moment ago. The result comes
     * from memory if possible, so a caller that writes must check again in its transaction.
     *
     * @throws ProblemException as for a profile
     */
    public UUID knownIdOf(Caller caller, String user) {
        if (knownUsers.getIfPresent(caller.id()) == null) {
            knownUsers.put(ofCaller(caller).userId(), true);
        }
        if (UserIdentifier.of(user).orElse(null) instanceof ById(var id)
                && knownUsers.getIfPresent(id) != null) {
            return id;
        }
        UUID other = idOf(caller, user);
        knownUsers.put(other, true);
        return other;
    }

    private final class ProfileReplica implements UserReplica<Profile> {

        private final Supplier<ProblemException> refusal;

        private ProfileReplica(Supplier<ProblemException> refusal) {
            this.refusal = refusal;
        }

        @Override
        public Optional<Profile> find(UserIdentifier name) {
            return switch (name) {
                case ById(var id) -> profiles.findById(id);
                case ByUsername(var username) -> profiles.findByUsername(username);
            };
        }

        @Override
        public Profile keep(PublishedAccount account) {
            return makeProfile.of(account).orElseThrow(refusal);
        }
    }
}
