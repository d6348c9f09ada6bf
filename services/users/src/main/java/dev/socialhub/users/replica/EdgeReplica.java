package dev.socialhub.users.replica;

import dev.socialhub.contracts.user.EdgeSnapshot;
import java.io.IOException;
import java.util.List;

/** A copy of the graph that another service keeps. */
interface EdgeReplica {

    /**
     * Takes in edges, of which it keeps the newest versions.
     *
     * @throws IOException when it can't be reached or doesn't take them
     */
    void take(List<EdgeSnapshot> edges) throws IOException;
}
