package dev.socialhub.ops.person;

import java.util.UUID;

/** Says what this service holds of people. Implement it as a bean in each service that does. */
public interface PersonFacts {

    /** Of anybody, also of somebody who is gone or never was. */
    Held of(UUID person);
}
