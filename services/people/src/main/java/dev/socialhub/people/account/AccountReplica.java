package dev.socialhub.people.account;

import dev.socialhub.contracts.account.PublishedAccount;

/**
 * Data that a service derives from every account. Implement it as a bean: it then receives the
 * account of each user that has signed up.
 */
public interface AccountReplica {

    /**
     * Adds an account, or brings an older version of it up to date, in the running transaction.
     * Deletions are held off until that ends. Has no effect for a deleted user.
     */
    void add(PublishedAccount account);
}
