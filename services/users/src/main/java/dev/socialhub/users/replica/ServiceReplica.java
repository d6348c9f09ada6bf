package dev.socialhub.users.replica;

import dev.socialhub.contracts.user.EdgeSnapshot;
import dev.socialhub.contracts.user.PushedEdges;
import dev.socialhub.shared.identity.InternalClient;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The replica by which posts decides which users see what. All instances of posts share it, so only
 * one has to receive the edges.
 */
@Singleton
final class PostsReplica implements EdgeReplica {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private final InternalClient services;
    private final List<URI> instances;

    PostsReplica(InternalClient services, @Value("${users.posts-urls}") List<URI> instances) {
        this.services = services;
        this.instances = List.copyOf(instances);
    }

    @Override
    public void take(List<EdgeSnapshot> edges) throws IOException {
        services.post(instances, "/internal/edges", new PushedEdges(edges), TIMEOUT);
    }
}
