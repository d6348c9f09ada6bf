package dev.socialhub.posts.graph;

import dev.socialhub.shared.dependency.ServiceDependency;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;

/** The users service, which owns the data that is replicated here. */
@Factory
final class UsersDependencyFactory {

    @Singleton
    @Named("users")
    @Bean(preDestroy = "close")
    ServiceDependency users(@Value("${posts.users-urls}") List<URI> users) {
        return new ServiceDependency("users", users);
    }
}
