package dev.socialhub.gateway.page;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a client receives at the gateway's root address: a description of the platform, and links.
 */
@Serdeable
record Banner(String name, String service, String version, Map<String, String> links) {

    static final Banner CURRENT =
            new Banner(
                    "SocialHub",
                    "gateway",
                    Objects.requireNonNullElse(
                            Banner.class.getPackage().getImplementationVersion(), "development"),
                    Map.of(
                            "docs", "/api/docs/",
                            "openapi", "/api/v1/openapi.yaml",
                            "health", "/health",
                            "signup", "/api/v1/auth/signup",
                            "login", "/api/v1/auth/login",
                            "me", "/api/v1/users/me",
                            "posts", "/api/v1/posts",
                            "notifications", "/api/v1/notifications",
                            "keys", "/.well-known/jwks.json"));

    Banner {
        links = new TreeMap<>(links);
    }
}
