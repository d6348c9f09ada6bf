package dev.socialhub.shared.dependency;

import dev.socialhub.shared.identity.IdentityConfiguration;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** Makes auth a dependency of every service other than auth itself. */
@Factory
@Requires(property = "socialhub.identity.auth-urls")
final class AuthDependencyFactory {

    @Singleton
    @Named("auth")
    @Bean(preDestroy = "close")
    ServiceDependency auth(IdentityConfiguration identity) {
        return new ServiceDependency("auth", identity.authUrls());
    }
}
