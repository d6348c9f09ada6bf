package dev.socialhub.users.account;

import dev.socialhub.contracts.account.Account;
import dev.socialhub.users.cache.ForgetPeople;
import dev.socialhub.users.graph.PersonLockRepository;
import dev.socialhub.users.profile.MakeProfile;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Makes right what profiles have from their accounts, in the running transaction. */
@Singleton
class MendProfiles {

    private final PersonLockRepository locks;
    private final MakeProfile making;
    private final AccountPartRepository parts;
    private final ForgetPeople forgetting;

    MendProfiles(
            PersonLockRepository locks,
            MakeProfile making,
            AccountPartRepository parts,
            ForgetPeople forgetting) {
        this.locks = locks;
        this.making = making;
        this.parts = parts;
        this.forgetting = forgetting;
    }

    /** Keeps erasures of these people away, in the order that everybody locks people in. */
    void lock(Collection<UUID> people) {
        locks.keep(people);
    }

    /** As if the account's event had just come; 0 when the person is gone. */
    int bringInLine(Account account) {
        return making.from(account) ? 1 : 0;
    }

    /** Corrects what no event would, since its version isn't newer. */
    int replace(Account held, Account owned) {
        int replaced = parts.replace(held, owned);
        forgetting.afterCommit(List.of(owned.id()));
        return replaced;
    }
}
