package dev.socialhub.users.replica;

import dev.socialhub.shared.dependency.ServiceDependency;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.EachBean;
import io.micronaut.context.annotation.Factory;

/** The services that receive blocks directly while Kafka is unavailable. */
@Factory
final class ReplicaDependencyFactory {

    @EachBean(ReplicaConfiguration.class)
    @Bean(preDestroy = "close")
    ServiceDependency replica(ReplicaConfiguration service) {
        return new ServiceDependency(service.name(), service.urls());
    }
}
