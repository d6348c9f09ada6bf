package dev.socialhub.people.erasure;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * One kind of data that a service stores about users. Implement it as a bean for each kind: the
 * data of a deleted user is then hidden and erased, and operators see how much is stored. Where the
 * order matters to operators, who read the numbers, the beans have an {@code @Order}.
 */
public interface PersonalData {

    /**
     * Begins the transaction in which these users are hidden. Takes locks that must be taken before
     * all others, if there are any.
     */
    default void lock(Collection<UUID> userIds) {}

    /**
     * Hides the data from all readers, and prevents the user from adding more, in the transaction
     * that records the deletion. It must be quick, however much data there is.
     */
    default void hide(UUID userId) {}

    /**
     * Erases some rows of a hidden user in the running transaction. Each batch is committed before
     * the next.
     *
     * @return how many rows were found; the data is erased once it is 0
     */
    int eraseSome(UUID userId);

    /** How many items of the user are stored, by kind, in an order for people to read. */
    Map<String, Long> count(UUID userId);
}
