package dev.socialhub.contracts.event;

/**
 * The part of an event that says what happened. One record per type, one sealed family per topic: a
 * consumer switches over the family, and the compiler finds a consumer that misses a type.
 */
public interface EventData {

    /** The id of the entity that changed. */
    String subject();

    /** The entity's version after the change; a projection ignores versions older than its own. */
    long version();

    /** Events with the same key keep their order on the bus. */
    default String partitionKey() {
        return subject();
    }
}
