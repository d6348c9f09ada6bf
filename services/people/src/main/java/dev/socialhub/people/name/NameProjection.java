package dev.socialhub.people.name;

import dev.socialhub.contracts.user.ProfileSnapshot;
import dev.socialhub.contracts.user.SnapshotPage;
import dev.socialhub.ops.projection.OwnerClient;
import dev.socialhub.ops.projection.Projection;
import dev.socialhub.ops.projection.ProjectionDifference;
import dev.socialhub.ops.projection.Verdict;
import dev.socialhub.people.account.AccountLookup;
import dev.socialhub.people.account.AccountsUnavailable;
import dev.socialhub.people.account.UserIdentifier;
import dev.socialhub.people.account.UserIdentifier.ById;
import dev.socialhub.people.tombstone.TombstoneRepository;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import io.micronaut.context.annotation.Value;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The replica of users' names, compared with the users service: the profile's name by the profile's
 * version, and the username by the account's version. Auth owns accounts, so the users service
 * itself can be behind on them.
 */
@Singleton
class NameProjection implements Projection<ProfileSnapshot> {

    /**
     * The version of a profile that was never edited. No event reports it, so the replica may not
     * have it.
     */
    private static final long UNEDITED = 1;

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final List<URI> users;
    private final OwnerClient owner;
    private final NameReplicaRepository names;
    private final TombstoneRepository tombstones;
    private final AccountLookup accounts;

    NameProjection(
            @Value("${socialhub.people.users-urls}") List<URI> users,
            OwnerClient owner,
            NameReplicaRepository names,
            TombstoneRepository tombstones,
            AccountLookup accounts) {
        this.users = users;
        this.owner = owner;
        this.names = names;
        this.tombstones = tombstones;
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "authors";
    }

    @Override
    public void requireKey(String text) {
        if (!UserIdentifier.of(text).map(ById.class::isInstance).orElse(false)) {
            throw ProblemException.invalid("after", "must be a UUID");
        }
    }

    @Override
    public SnapshotPage<ProfileSnapshot> owned(@Nullable String after, int limit) {
        return owner.page("users", users, "profiles", ProfileSnapshot.class, after, limit);
    }

    @Override
    public List<ProfileSnapshot> held(@Nullable String after, int limit) {
        return names.list(after == null ? BEFORE_ALL : UUID.fromString(after), limit);
    }

    @Override
    public String keyOf(ProfileSnapshot row) {
        return row.key();
    }

    @Override
    public String versionOf(ProfileSnapshot row) {
        return "account " + row.accountVersion() + ", profile " + profileVersion(row);
    }

    @Override
    public @Nullable Verdict compare(ProfileSnapshot held, ProfileSnapshot owned) {
        if (!hasReached(held, owned)) {
            return Verdict.BEHIND;
        }
        boolean sameAccount = held.accountVersion() == owned.accountVersion();
        boolean rightName =
                profileVersion(held) == profileVersion(owned)
                        && (held.name().equals(owned.name()) || isNamedByNewerAccount(held, owned));
        boolean rightUsername = !sameAccount || held.username().equals(owned.username());
        return rightName && rightUsername ? null : Verdict.WRONG;
    }

    @Override
    public boolean hasReached(ProfileSnapshot held, ProfileSnapshot due) {
        return held.accountVersion() >= due.accountVersion()
                && profileVersion(held) >= profileVersion(due);
    }

    /**
     * Deleted users are not reported as missing. Users that auth knows are not reported as surplus.
     */
    @Override
    public List<ProjectionDifference<ProfileSnapshot>> withoutReason(
            List<ProjectionDifference<ProfileSnapshot>> differences) {
        List<UUID> missing =
                differences.stream()
                        .filter(one -> one.verdict() == Verdict.MISSING)
                        .map(NameProjection::idOf)
                        .toList();
        List<UUID> deleted = missing.isEmpty() ? List.of() : tombstones.among(missing);
        return differences.stream().filter(one -> !isRight(one, deleted)).toList();
    }

    @Override
    @Transactional
    public int mend(List<ProjectionDifference<ProfileSnapshot>> differences) {
        tombstones.holdOffDeletions();
        return differences.stream().mapToInt(this::mend).sum();
    }

    private int mend(ProjectionDifference<ProfileSnapshot> one) {
        ProfileSnapshot held = one.held();
        ProfileSnapshot owned = one.owned();
        if (owned == null) {
            return held == null ? 0 : names.removeAsHeld(held);
        }
        if (held == null) {
            return names.addIfMissing(owned);
        }
        ProfileSnapshot account = held.accountVersion() > owned.accountVersion() ? held : owned;
        return names.replace(
                held,
                new ProfileSnapshot(
                        owned.userId(),
                        account.username(),
                        owned.name(),
                        account.accountVersion(),
                        owned.version()));
    }

    private boolean isRight(ProjectionDifference<ProfileSnapshot> one, List<UUID> deleted) {
        return switch (one.verdict()) {
            case MISSING -> deleted.contains(idOf(one));
            case SURPLUS -> hasAccount(idOf(one));
            case BEHIND, WRONG -> false;
        };
    }

    private boolean hasAccount(UUID userId) {
        try {
            return accounts.find(new ById(userId)).isPresent();
        } catch (AccountsUnavailable e) {
            throw ProblemException.retryLater(
                    ProblemType.UNAVAILABLE,
                    "auth does not return accounts at the moment.",
                    Duration.ofSeconds(2));
        }
    }

    /** Before the profile is edited, the name is the account's, which may have changed since. */
    private static boolean isNamedByNewerAccount(ProfileSnapshot held, ProfileSnapshot owned) {
        return held.version() == 0 && held.accountVersion() > owned.accountVersion();
    }

    private static long profileVersion(ProfileSnapshot row) {
        return Math.max(row.version(), UNEDITED);
    }

    private static UUID idOf(ProjectionDifference<ProfileSnapshot> one) {
        return UUID.fromString(one.key());
    }
}
