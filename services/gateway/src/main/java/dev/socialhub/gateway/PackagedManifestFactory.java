package dev.socialhub.gateway;

import dev.socialhub.manifest.PlatformManifest;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Provides the manifest of this release, from which the routes are made. */
@Factory
final class PackagedManifestFactory {

    @Singleton
    @Requires(missingBeans = PlatformManifest.class)
    PlatformManifest packagedManifest() {
        return PlatformManifest.packaged();
    }
}
