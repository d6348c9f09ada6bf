package dev.socialhub.people.account;

import dev.socialhub.contracts.account.PublishedAccount;
import java.util.Optional;

/** A service's own replica of the users. */
public interface UserReplica<T> {

    /** The user as the replica has them. */
    Optional<T> find(UserIdentifier user);

    /**
     * Stores an account as auth, or a token, describes it; afterwards the replica has the user. A
     * newer version that an event has brought in the meantime is kept.
     */
    T keep(PublishedAccount account);
}
