package dev.socialhub.users.replica;

import dev.socialhub.contracts.user.EdgeSnapshot;
import dev.socialhub.contracts.user.PushedEdges;
import dev.socialhub.shared.identity.InternalClient;
import io.micronaut.context.annotation.EachBean;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** The replica by which a service decides which users see what. */
@EachBean(ReplicaConfiguration.class)
final class ServiceReplica implements EdgeReplica {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private final InternalClient services;
    private final ReplicaConfiguration service;

    ServiceReplica(InternalClient services, ReplicaConfiguration service) {
        this.services = services;
        this.service = service;
    }

    @Override
    public String name() {
        return service.name();
    }

    @Override
    public void take(List<EdgeSnapshot> edges) throws IOException {
        services.post(service.urls(), "/internal/edges", new PushedEdges(edges), TIMEOUT);
    }
}
