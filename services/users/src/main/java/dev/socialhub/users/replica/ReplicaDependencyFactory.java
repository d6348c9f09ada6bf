package dev.socialhub.users.replica;

import dev.socialhub.shared.dependency.ServiceDependency;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;

/** The posts service, which receives blocks directly while Kafka is unavailable. */
@Factory
final class PostsDependencyFactory {

    @Singleton
    @Named("posts")
    @Bean(preDestroy = "close")
    ServiceDependency posts(@Value("${users.posts-urls}") List<URI> posts) {
        return new ServiceDependency("posts", posts);
    }
}
