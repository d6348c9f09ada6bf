package dev.socialhub.users.profile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.socialhub.people.account.UserIdentifier;
import dev.socialhub.people.account.UserIdentifier.ById;
import dev.socialhub.people.account.UserIdentifier.ByUsername;
import dev.socialhub.shared.identity.Caller;
import dev.socialhub.users.cache.PeopleCache;
import dev.socialhub.users.count.FollowCountRepository;
import dev.socialhub.users.count.FollowCounts;
import dev.socialhub.users.graph.ReadRelationships;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Shows profiles. Data that is the same for all viewers may come from the cache; data that depends
 * on the viewer never does.
 */
@Singleton
class ShowProfile {

    private static final int REMEMBERED = 100_000;

    private final FindProfile findProfile;
    private final ProfileRepository profiles;
    private final FollowCountRepository counts;
    private final PeopleCache cache;
    private final ReadRelationships graph;

    /** Which user had which username recently: for a cached user this saves a database query. */
    private final Cache<String, UUID> bearers =
            Caffeine.newBuilder()
                    .maximumSize(REMEMBERED)
                    .expireAfterWrite(Duration.ofMinutes(1))
                    .build();

    ShowProfile(
            FindProfile findProfile,
            ProfileRepository profiles,
            FollowCountRepository counts,
            PeopleCache cache,
            ReadRelationships graph) {
        this.findProfile = findProfile;
        this.profiles = profiles;
        this.counts = counts;
        this.cache = cache;
        this.graph = graph;
    }

    /**
     * Shows the caller's own profile.
     *
     * @throws dev.socialhub.shared.problem.ProblemException 401 when the account is deleted
     */
    ProfileView own(Caller caller) {
        return ProfileView.own(
                card(caller.id()).orElseGet(() -> newCard(findProfile.ofCaller(caller))));
    }

    /** Shows a profile to its owner right after a change. */
    ProfileView own(Profile profile) {
        return ProfileView.own(newCard(profile));
    }

    /**
     * Shows the user that a path names by id or username.
     *
     * @throws dev.socialhub.shared.problem.ProblemException 404 for a user that doesn't exist or is
     *     invisible to the viewer, 503 when that can't be determined
     */
    ProfileView named(Caller viewer, String idOrUsername) {
        ProfileCard card = named(idOrUsername);
        return ProfileView.of(card, graph.seen(viewer.id(), card.id()));
    }

    /** A user's counts, with the same errors. */
    FollowCounts countsOf(Caller viewer, String user) {
        return user.equals(UserPath.ME) ? own(viewer).counts() : named(viewer, user).counts();
    }

    private ProfileCard named(String idOrUsername) {
        return switch (UserIdentifier.of(idOrUsername).orElse(null)) {
            case ById(var id) -> card(id).orElseGet(() -> newCard(findProfile.named(idOrUsername)));
            case ByUsername(var username) ->
                    ofName(username).orElseGet(() -> cardByUsername(username));
            case null -> newCard(findProfile.named(idOrUsername));
        };
    }

    /** A user that recently had a username may have another one now, or be deleted. */
    private Optional<ProfileCard> ofName(String username) {
        return Optional.ofNullable(bearers.getIfPresent(username))
                .flatMap(this::card)
                .filter(card -> card.username().equals(username));
    }

    private ProfileCard cardByUsername(String username) {
        Profile profile = findProfile.named(username);
        bearers.put(username, profile.userId());
        return card(profile.userId()).orElseGet(() -> newCard(profile));
    }

    private Optional<ProfileCard> card(UUID userId) {
        return cache.read(
                userId, ProfileCard.class, () -> profiles.findById(userId).map(this::newCard));
    }

    private ProfileCard newCard(Profile profile) {
        return ProfileCard.of(profile, counts.of(profile.userId()));
    }
}
