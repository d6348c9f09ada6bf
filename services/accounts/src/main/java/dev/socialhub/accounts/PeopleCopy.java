package dev.socialhub.accounts;

import dev.socialhub.contracts.account.Account;
import java.util.Optional;

/** What a service keeps of people itself. */
public interface PeopleCopy<T> {

    /** The person as they are known here. */
    Optional<T> find(PersonName person);

    /**
     * Takes in what auth, or a token, says; afterwards the person is known here. An event may have
     * brought something newer meanwhile: that stays.
     */
    T keep(Account account);
}
