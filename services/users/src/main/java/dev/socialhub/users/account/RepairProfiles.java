package dev.socialhub.users.account;

import dev.socialhub.contracts.account.PublishedAccount;
import dev.socialhub.users.cache.ForgetPeople;
import dev.socialhub.users.graph.PersonLockRepository;
import dev.socialhub.users.profile.MakeProfile;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Corrects the account columns of profiles, in the running transaction. */
@Singleton
class RepairProfiles {

    private final PersonLockRepository locks;
    private final MakeProfile makeProfile;
    private final AccountPartRepository parts;
    private final ForgetPeople forgetPeople;

    RepairProfiles(
            PersonLockRepository locks,
            MakeProfile makeProfile,
            AccountPartRepository parts,
            ForgetPeople forgetPeople) {
        this.locks = locks;
        this.makeProfile = makeProfile;
        this.parts = parts;
        this.forgetPeople = forgetPeople;
    }

    /** Keeps these users from being erased, with locks in the order that all code uses. */
    void lock(Collection<UUID> userIds) {
        locks.keep(userIds);
    }

    /** Has the effect of the account's event; returns 0 when the user is deleted. */
    int repair(PublishedAccount account) {
        return makeProfile.from(account) ? 1 : 0;
    }

    /** Corrects a difference that no event would correct, since the version isn't newer. */
    int replace(PublishedAccount held, PublishedAccount owned) {
        int replaced = parts.replace(held, owned);
        forgetPeople.afterCommit(List.of(owned.id()));
        return replaced;
    }
}
