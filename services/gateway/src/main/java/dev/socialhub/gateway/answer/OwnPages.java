package dev.socialhub.gateway.answer;

import dev.socialhub.gateway.upstream.Upstreams;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** The pages that the gateway serves itself: the banner at "/" and the platform's health. */
@Singleton
public final class OwnPages {

    private static final String JSON = "application/json";

    private final Upstreams upstreams;
    private final ObjectMapper json;

    OwnPages(Upstreams upstreams, ObjectMapper json) {
        this.upstreams = upstreams;
        this.json = json;
    }

    /** The page at this path; empty when the gateway has none there. */
    public Optional<Answer> find(String method, String path) {
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return Optional.empty();
        }
        return switch (path) {
            case "/" -> Optional.of(page(200, Banner.CURRENT, Map.of()));
            case "/health" -> Optional.of(health());
            default -> Optional.empty();
        };
    }

    private Answer health() {
        PlatformHealth health = PlatformHealth.of(upstreams.all());
        return page(health.allUp() ? 200 : 503, health, Map.of("Cache-Control", "no-store"));
    }

    private Answer page(int status, Object body, Map<String, String> headers) {
        try {
            return new Answer(status, JSON, json.writeValueAsBytes(body), headers);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a page of plain values can be written", impossible);
        }
    }
}
