package dev.socialhub.users.replica;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import java.net.URI;
import java.util.List;

/**
 * A service with a replica of the graph.
 *
 * @param name of the service
 * @param urls of its instances; all share the replica, so one of them has to be reached
 */
@EachProperty("users.replicas")
record ReplicaConfiguration(@Parameter String name, List<URI> urls) {

    ReplicaConfiguration {
        urls = List.copyOf(urls);
    }
}
