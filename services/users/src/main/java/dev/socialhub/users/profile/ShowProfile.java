package dev.socialhub.users.profile;

import dev.socialhub.accounts.PersonName;
import dev.socialhub.accounts.PersonName.ById;
import dev.socialhub.shared.identity.Caller;
import dev.socialhub.users.cache.PeopleCache;
import dev.socialhub.users.count.FollowCountRepository;
import dev.socialhub.users.count.FollowCounts;
import dev.socialhub.users.graph.ReadGraph;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/**
 * Shows people. What all see alike may come from the cache; what the viewer alone sees never does.
 */
@Singleton
class ShowProfile {

    private final FindProfile finding;
    private final ProfileRepository profiles;
    private final FollowCountRepository counts;
    private final PeopleCache cache;
    private final ReadGraph graph;

    ShowProfile(
            FindProfile finding,
            ProfileRepository profiles,
            FollowCountRepository counts,
            PeopleCache cache,
            ReadGraph graph) {
        this.finding = finding;
        this.profiles = profiles;
        this.counts = counts;
        this.cache = cache;
        this.graph = graph;
    }

    /**
     * Shows the caller themselves.
     *
     * @throws dev.socialhub.shared.problem.ProblemException 401 when the account is gone
     */
    ProfileView own(Caller caller) {
        return ProfileView.own(card(caller.id()).orElseGet(() -> fresh(finding.ofCaller(caller))));
    }

    /** Shows their profile to its owner as it has just become. */
    ProfileView own(Profile profile) {
        return ProfileView.own(fresh(profile));
    }

    /**
     * Shows somebody whom a path names by id or username.
     *
     * @throws dev.socialhub.shared.problem.ProblemException 404 for nobody the viewer can see, 503
     *     when that can't be known
     */
    ProfileView named(Caller viewer, String idOrUsername) {
        ProfileCard card = named(idOrUsername);
        return ProfileView.of(card, graph.seen(viewer.id(), card.id()));
    }

    /** Somebody's numbers, with the same refusals. */
    FollowCounts countsOf(Caller viewer, String user) {
        return user.equals(UserPath.ME) ? own(viewer).counts() : named(viewer, user).counts();
    }

    private ProfileCard named(String idOrUsername) {
        if (PersonName.of(idOrUsername).orElse(null) instanceof ById(var id)) {
            return card(id).orElseGet(() -> fresh(finding.named(idOrUsername)));
        }
        Profile profile = finding.named(idOrUsername);
        return card(profile.userId()).orElseGet(() -> fresh(profile));
    }

    private Optional<ProfileCard> card(UUID userId) {
        return cache.read(
                userId, ProfileCard.class, () -> profiles.findById(userId).map(this::fresh));
    }

    private ProfileCard fresh(Profile profile) {
        return ProfileCard.of(profile, counts.of(profile.userId()));
    }
}
