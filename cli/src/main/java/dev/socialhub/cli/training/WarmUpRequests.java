package dev.socialhub.cli.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.socialhub.cli.http.Http;
import dev.socialhub.cli.platform.Components;
import dev.socialhub.manifest.PlatformManifest;
import dev.socialhub.manifest.ServiceEntry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The requests that programs handle while their JVMs are recorded. Whether they succeed doesn't
 * matter here: any answer will do.
 */
final class WarmUpRequests {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Http HTTP = new Http(TIMEOUT, TIMEOUT);
    private static final int ROUNDS = 5;
    private static final String POSTS = "/api/v1/posts";
    private static final String SIGN_UP = "/api/v1/auth/signup";
    private static final String LOG_IN = "/api/v1/auth/login";

    private final Components components;
    private String token = "";

    WarmUpRequests(Components components) {
        this.components = components;
    }

    /** Makes the account that is used for all other requests. */
    void signUp() {
        JsonNode answer = send("auth", "POST", SIGN_UP, account("ada"));
        token = answer.findPath("token").asText("");
    }

    /** Some of the usual requests to that service, with and without a token. */
    void of(String service) {
        List<String> paths =
                PlatformManifest.packaged()
                        .service(service)
                        .map(ServiceEntry::reads)
                        .orElse(List.of());
        for (int round = 0; round < ROUNDS; round++) {
            paths.forEach(path -> send(service, "GET", path, null));
            List.of("/", "/nothing", "/prometheus")
                    .forEach(path -> send(service, "GET", path, null));
            write(service, round);
        }
        String savedToken = token;
        token = "";
        paths.forEach(path -> send(service, "GET", path, null));
        token = savedToken;
    }

    private void write(String service, int round) {
        switch (service) {
            case "posts" -> send(service, "POST", POSTS, Map.of("content", "a training post"));
            case "auth", "gateway" -> {
                String name = service + round;
                send(service, "POST", SIGN_UP, account(name));
                send(service, "POST", LOG_IN, account(name));
            }
            default -> {
                // Only read.
            }
        }
    }

    private static Map<String, String> account(String name) {
        return Map.of(
                "name",
                "Ada Test",
                "username",
                name,
                "email",
                name + "@example.com",
                "password",
                "Warm-Up-4-Cache");
    }

    /** The answer; a missing node for one that isn't JSON, or none. */
    private JsonNode send(String service, String method, String path, @Nullable Object body) {
        Map<String, String> headers =
                token.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + token);
        try {
            return HTTP.send(method, components.named(service).url() + path, headers, body).json();
        } catch (IOException noAnswer) {
            return MissingNode.getInstance();
        }
    }
}
