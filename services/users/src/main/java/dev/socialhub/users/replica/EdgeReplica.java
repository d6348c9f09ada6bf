package dev.socialhub.users.replica;

import dev.socialhub.contracts.user.EdgeSnapshot;
import java.io.IOException;
import java.util.List;

/** A replica of the graph in another service. */
interface EdgeReplica {

    /** Of the service, for the log. */
    String name();

    /**
     * Stores edges; the replica keeps the newest version of each.
     *
     * @throws IOException when it can't be reached or doesn't accept them
     */
    void take(List<EdgeSnapshot> edges) throws IOException;
}
