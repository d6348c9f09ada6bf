package dev.socialhub.users.account;

import dev.socialhub.contracts.account.PublishedAccount;
import dev.socialhub.ops.projection.ProjectionDifference;
import dev.socialhub.ops.projection.ProjectionRepair;
import dev.socialhub.ops.projection.Verdict;
import dev.socialhub.people.replica.ReplicaRepository;
import dev.socialhub.users.cache.ForgetPeople;
import dev.socialhub.users.graph.PersonLockRepository;
import dev.socialhub.users.profile.MakeProfile;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Corrects the account columns of profiles. */
@Singleton
class RepairProfiles implements ProjectionRepair<PublishedAccount> {

    private final PersonLockRepository locks;
    private final MakeProfile makeProfile;
    private final ReplicaRepository replicas;
    private final ForgetPeople forgetPeople;

    RepairProfiles(
            PersonLockRepository locks,
            MakeProfile makeProfile,
            ReplicaRepository replicas,
            ForgetPeople forgetPeople) {
        this.locks = locks;
        this.makeProfile = makeProfile;
        this.replicas = replicas;
        this.forgetPeople = forgetPeople;
    }

    @Override
    public List<ProjectionDifference<PublishedAccount>> withoutReason(
            List<ProjectionDifference<PublishedAccount>> differences) {
        return differences;
    }

    /**
     * Keeps the users from being erased, with locks in the order that all code uses. Doesn't touch
     * profiles whose account auth doesn't know: they are more than replicas, and would be lost if
     * auth were restored from an older backup.
     */
    @Override
    @Transactional
    public int mend(List<ProjectionDifference<PublishedAccount>> differences) {
        locks.keep(differences.stream().map(one -> UUID.fromString(one.key())).toList());
        return differences.stream().mapToInt(this::mend).sum();
    }

    private int mend(ProjectionDifference<PublishedAccount> one) {
        PublishedAccount owned = one.owned();
        if (owned == null) {
            return 0;
        }
        PublishedAccount held = one.held();
        return held == null || one.verdict() == Verdict.BEHIND
                ? repair(owned)
                : replace(held, owned);
    }

    /** Has the effect of the account's event; returns 0 when the user is deleted. */
    private int repair(PublishedAccount account) {
        return makeProfile.from(account) ? 1 : 0;
    }

    /** Corrects a difference that no event would correct, since the version isn't newer. */
    private int replace(PublishedAccount held, PublishedAccount owned) {
        PublishedAccount named =
                new PublishedAccount(
                        owned.id(),
                        owned.username(),
                        held.name(),
                        owned.createdAt(),
                        owned.version());
        int replaced = replicas.replace(AccountPartTable.REPLICA, List.of(held), List.of(named));
        forgetPeople.afterCommit(List.of(owned.id()));
        return replaced;
    }
}
