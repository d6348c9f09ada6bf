package dev.socialhub.people.name;

import dev.socialhub.contracts.user.ProfileSnapshot;
import dev.socialhub.ops.projection.ProjectionDifference;
import dev.socialhub.ops.projection.ProjectionRepair;
import dev.socialhub.people.account.AccountLookup;
import dev.socialhub.people.account.AccountsUnavailable;
import dev.socialhub.people.account.UserIdentifier.ById;
import dev.socialhub.people.replica.RepairReplicas;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Corrects the replica of names, without overwriting what auth has published since. */
@Singleton
class RepairNames implements ProjectionRepair<ProfileSnapshot> {

    private final RepairReplicas repairReplicas;
    private final AccountLookup accounts;

    RepairNames(RepairReplicas repairReplicas, AccountLookup accounts) {
        this.repairReplicas = repairReplicas;
        this.accounts = accounts;
    }

    /**
     * Deleted users are not reported as missing. Users that auth knows are not reported as surplus.
     */
    @Override
    public List<ProjectionDifference<ProfileSnapshot>> withoutReason(
            List<ProjectionDifference<ProfileSnapshot>> differences) {
        return repairReplicas.withoutDeleted(NameTable.REPLICA, differences).stream()
                .filter(one -> !isKnownToAuthAlone(one))
                .toList();
    }

    @Override
    public int mend(List<ProjectionDifference<ProfileSnapshot>> differences) {
        return repairReplicas.mend(
                NameTable.REPLICA,
                differences.stream().map(RepairNames::withNewerAccount).toList());
    }

    private boolean isKnownToAuthAlone(ProjectionDifference<ProfileSnapshot> one) {
        ProfileSnapshot held = one.held();
        try {
            return held != null
                    && one.owned() == null
                    && accounts.find(new ById(held.userId())).isPresent();
        } catch (AccountsUnavailable e) {
            throw ProblemException.retryLater(
                    ProblemType.UNAVAILABLE,
                    "auth does not return accounts at the moment.",
                    Duration.ofSeconds(2));
        }
    }

    private static ProjectionDifference<ProfileSnapshot> withNewerAccount(
            ProjectionDifference<ProfileSnapshot> one) {
        ProfileSnapshot held = one.held();
        ProfileSnapshot owned = one.owned();
        if (held == null || owned == null || held.accountVersion() <= owned.accountVersion()) {
            return one;
        }
        ProfileSnapshot merged =
                new ProfileSnapshot(
                        owned.userId(),
                        held.username(),
                        owned.name(),
                        held.accountVersion(),
                        owned.version());
        return new ProjectionDifference<>(one.key(), one.verdict(), held, merged, one.detail());
    }
}
