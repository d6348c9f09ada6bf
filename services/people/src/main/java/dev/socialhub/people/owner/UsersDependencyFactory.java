package dev.socialhub.people.owner;

import dev.socialhub.shared.dependency.ServiceDependency;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;

/** The users service as a dependency, in services that replicate its data. */
@Factory
@Requires(property = "socialhub.people.users-urls")
final class UsersDependencyFactory {

    @Singleton
    @Named("users")
    @Bean(preDestroy = "close")
    ServiceDependency users(@Value("${socialhub.people.users-urls}") List<URI> users) {
        return new ServiceDependency("users", users);
    }
}
