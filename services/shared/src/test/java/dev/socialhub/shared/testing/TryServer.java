package dev.socialhub.shared.testing;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.Map;

/** The kit without a service, set up as services are, and a few routes under {@code /try}. */
public final class TryServer {

    /** What beans are there for that belong to these routes. */
    public static final String NAME = "try";

    private static final Map<String, Object> SETTINGS =
            Map.of(
                    "spec.name",
                    NAME,
                    "micronaut.server.port",
                    -1,
                    "micronaut.server.max-request-size",
                    "1MB",
                    "micronaut.security.reject-not-found",
                    false,
                    "micronaut.serde.deserialization.ignore-unknown",
                    false,
                    "socialhub.identity.auth-urls",
                    "http://127.0.0.1:1");

    private TryServer() {}

    public static EmbeddedServer start() {
        return start(Map.of());
    }

    /** With more settings. */
    public static EmbeddedServer start(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(SETTINGS);
        settings.putAll(more);
        return ApplicationContext.run(EmbeddedServer.class, settings);
    }
}
