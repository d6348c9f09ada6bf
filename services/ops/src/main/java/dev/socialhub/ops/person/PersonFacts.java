package dev.socialhub.ops.person;

import java.util.UUID;

/**
 * Reports what this service stores about users. Implement it as a bean in each service that does.
 */
public interface PersonFacts {

    /** For any id, also that of a user that is deleted or never existed. */
    StoredUserData of(UUID person);
}
