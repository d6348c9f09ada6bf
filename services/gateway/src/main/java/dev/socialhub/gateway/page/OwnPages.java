package dev.socialhub.gateway.page;

import dev.socialhub.gateway.answer.Answer;
import dev.socialhub.gateway.upstream.Upstreams;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The gateway's own pages: the landing page or the banner at "/", the platform's health, and those
 * of other packages.
 */
@Singleton
public final class OwnPages {

    private static final String JSON = "application/json";

    private final Upstreams upstreams;
    private final LandingPage landingPage;
    private final ObjectMapper json;
    private final List<PageSource> others;

    OwnPages(
            Upstreams upstreams,
            LandingPage landingPage,
            ObjectMapper json,
            List<PageSource> others) {
        this.upstreams = upstreams;
        this.landingPage = landingPage;
        this.json = json;
        this.others = List.copyOf(others);
    }

    /** The page at this path; empty when the gateway has none there. */
    public Optional<OwnPage> find(String method, String path) {
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return Optional.empty();
        }
        return switch (path) {
            case "/" -> Optional.of(this::root);
            case "/health" -> Optional.of(_ -> health());
            default -> others.stream().flatMap(source -> source.find(path).stream()).findFirst();
        };
    }

    private Answer root(PageClient visitor) {
        return Preference.isHtml(visitor.accepts())
                ? landingPage.shownTo(visitor)
                : document(200, Banner.CURRENT, Map.of("Vary", "Accept"));
    }

    private Answer health() {
        PlatformHealth health = PlatformHealth.of(upstreams.all());
        return document(health.allUp() ? 200 : 503, health, Map.of("Cache-Control", "no-store"));
    }

    private Answer document(int status, Object body, Map<String, String> headers) {
        try {
            return new Answer(status, JSON, json.writeValueAsBytes(body), headers);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a page of plain values can be written", impossible);
        }
    }
}
