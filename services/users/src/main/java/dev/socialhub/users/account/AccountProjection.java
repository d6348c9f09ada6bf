package dev.socialhub.users.account;

import dev.socialhub.contracts.account.PublishedAccount;
import dev.socialhub.contracts.user.SnapshotPage;
import dev.socialhub.ops.projection.OwnerClient;
import dev.socialhub.ops.projection.Projection;
import dev.socialhub.ops.projection.ProjectionDifference;
import dev.socialhub.ops.projection.Verdict;
import dev.socialhub.people.account.UserIdentifier;
import dev.socialhub.people.account.UserIdentifier.ById;
import dev.socialhub.shared.identity.IdentityConfiguration;
import dev.socialhub.shared.problem.ProblemException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Compares the account columns of profiles with auth: every active account has a profile with its
 * username. Once edited, the name belongs to the profile, so it isn't compared.
 */
@Singleton
class AccountProjection implements Projection<PublishedAccount> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final IdentityConfiguration identity;
    private final OwnerClient owner;
    private final AccountPartRepository parts;
    private final RepairProfiles repairProfiles;

    AccountProjection(
            IdentityConfiguration identity,
            OwnerClient owner,
            AccountPartRepository parts,
            RepairProfiles repairProfiles) {
        this.identity = identity;
        this.owner = owner;
        this.parts = parts;
        this.repairProfiles = repairProfiles;
    }

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public void requireKey(String text) {
        if (!UserIdentifier.of(text).map(ById.class::isInstance).orElse(false)) {
            throw ProblemException.invalid("after", "must be a UUID");
        }
    }

    @Override
    public SnapshotPage<PublishedAccount> owned(@Nullable String after, int limit) {
        return owner.page(
                "auth", identity.authUrls(), "accounts", PublishedAccount.class, after, limit);
    }

    @Override
    public List<PublishedAccount> held(@Nullable String after, int limit) {
        return parts.list(after == null ? BEFORE_ALL : UUID.fromString(after), limit);
    }

    @Override
    public String keyOf(PublishedAccount row) {
        return row.id().toString();
    }

    @Override
    public String versionOf(PublishedAccount row) {
        return Long.toString(row.version());
    }

    @Override
    public @Nullable Verdict compare(PublishedAccount held, PublishedAccount owned) {
        if (!hasReached(held, owned)) {
            return Verdict.BEHIND;
        }
        boolean same =
                held.version() == owned.version()
                        && held.username().equals(owned.username())
                        && held.createdAt().equals(owned.createdAt());
        return same ? null : Verdict.WRONG;
    }

    @Override
    public boolean hasReached(PublishedAccount held, PublishedAccount due) {
        return held.version() >= due.version();
    }

    @Override
    public List<ProjectionDifference<PublishedAccount>> withoutReason(
            List<ProjectionDifference<PublishedAccount>> differences) {
        return differences;
    }

    /**
     * Doesn't touch profiles whose account auth doesn't know: they are more than replicas, and
     * would be lost if auth were restored from an older backup.
     */
    @Override
    @Transactional
    public int mend(List<ProjectionDifference<PublishedAccount>> differences) {
        repairProfiles.lock(differences.stream().map(one -> UUID.fromString(one.key())).toList());
        return differences.stream().mapToInt(this::mend).sum();
    }

    private int mend(ProjectionDifference<PublishedAccount> one) {
        PublishedAccount owned = one.owned();
        if (owned == null) {
            return 0;
        }
        PublishedAccount held = one.held();
        return held == null || one.verdict() == Verdict.BEHIND
                ? repairProfiles.repair(owned)
                : repairProfiles.replace(held, owned);
    }
}
