package dev.socialhub.mongo;

import java.util.List;

/** A collection whose indexes operators compare and repair. Implement it as a bean for each. */
public interface IndexedCollection {

    String name();

    /** The indexes that it has to have, besides that of the ids. */
    List<MongoIndex> indexes();

    /** Creates what the start has not created yet, so that it does not count as missing. */
    void prepare();

    /** Does what has to precede the creation of an index by an operator. */
    default void beforeRepair() {}
}
