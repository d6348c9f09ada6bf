package dev.socialhub.users.replica;

import dev.socialhub.shared.dependency.ServiceDependency;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;

/** posts, which is told of blocks while Kafka is away. */
@Factory
final class PostsDependencyFactory {

    @Singleton
    @Named("posts")
    @Bean(preDestroy = "close")
    ServiceDependency posts(@Value("${users.posts-urls}") List<URI> posts) {
        return new ServiceDependency("posts", posts);
    }
}
