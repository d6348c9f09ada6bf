package dev.socialhub.gateway;

import dev.socialhub.manifest.PlatformManifest;
import dev.socialhub.manifest.SharedSettings;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import io.micronaut.context.env.PropertySource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The addresses of every service in the manifest: {@code gateway.backends.posts} is the variable
 * {@code POSTS_URL}, or the usual address.
 */
@ContextConfigurer
public final class BackendDefaults implements ApplicationContextConfigurer {

    /** Below application.yml, whose order is -300. */
    private static final int ORDER = -1_000;

    @Override
    public void configure(ApplicationContextBuilder builder) {
        Map<String, Object> backends = new LinkedHashMap<>();
        PlatformManifest.packaged()
                .behindGateway()
                .forEach(service ->
                        backends.put(
                                "gateway.backends." + service.name(),
                                "${" + SharedSettings.ADDRESSES + service.name() + "}"));
        builder.propertySources(PropertySource.of("backends of the manifest", backends, ORDER));
    }
}
