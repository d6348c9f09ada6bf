package dev.socialhub.gateway.docs;

import dev.socialhub.gateway.page.OwnPage;
import dev.socialhub.gateway.page.PageSource;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The OpenAPI document and Swagger UI. Only the paths listed here exist, so no path of a request
 * ever becomes the name of a file.
 */
@Singleton
final class ApiDocs implements PageSource {

    static final String POLICY =
            String.join(
                    "; ",
                    "default-src 'none'",
                    "script-src 'self'",
                    "style-src 'self'",
                    "img-src 'self' data:",
                    "connect-src 'self'",
                    "base-uri 'none'",
                    "form-action 'none'",
                    "frame-ancestors 'none'");

    private static final String PAGES = "/api/docs";
    private static final String WEB_JAR = "/META-INF/resources/webjars/swagger-ui/";
    private static final String WEB_JAR_FACTS =
            "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

    /** The client asks each time whether it has the current version. */
    private static final Map<String, String> REVALIDATED = Map.of("Cache-Control", "no-cache");

    /** The address has the version in it, so its content never changes. */
    private static final Map<String, String> IMMUTABLE =
            Map.of("Cache-Control", "public, max-age=31536000, immutable");

    private static final Map<String, String> PAGE =
            Map.of(
                    "Cache-Control",
                    "no-cache",
                    "Content-Security-Policy",
                    POLICY,
                    "Cross-Origin-Opener-Policy",
                    "same-origin",
                    "Cross-Origin-Resource-Policy",
                    "same-origin");

    private final String version = webJarVersion();
    private final Map<String, Source> sources = new HashMap<>();
    private final Map<String, PackagedFile> loaded = new ConcurrentHashMap<>();

    ApiDocs() {
        sources.put(
                "/api/v1/openapi.yaml",
                new Source("/openapi/openapi.yaml", "application/yaml", REVALIDATED));
        sources.put(
                "/api/v1/openapi.json",
                new Source("/openapi/openapi.json", "application/json", REVALIDATED));
        sources.put(PAGES, new Source("/docs/index.html", "text/html; charset=utf-8", PAGE));
        String script = "text/javascript; charset=utf-8";
        sources.put(PAGES + "/start.js", new Source("/docs/start.js", script, REVALIDATED));
        addAsset("swagger-ui.css", "text/css; charset=utf-8");
        addAsset("swagger-ui-bundle.js", script);
        addAsset("favicon-32x32.png", "image/png");
    }

    /** Where a file comes from, and how it is sent. */
    private record Source(String resource, String mediaType, Map<String, String> headers) {}

    private void addAsset(String name, String mediaType) {
        sources.put(
                PAGES + "/" + version + "/" + name,
                new Source(WEB_JAR + version + "/" + name, mediaType, IMMUTABLE));
    }

    @Override
    public Optional<OwnPage> find(String path) {
        Source source = sources.get(path);
        return source == null
                ? Optional.empty()
                : Optional.of(loaded.computeIfAbsent(path, _ -> load(source)));
    }

    private PackagedFile load(Source source) {
        byte[] content = bytes(source.resource());
        if (source.mediaType().startsWith("text/html")) {
            String page = new String(content, StandardCharsets.UTF_8);
            content = page.replace("{{version}}", version).getBytes(StandardCharsets.UTF_8);
        }
        return new PackagedFile(source.mediaType(), content, source.headers());
    }

    private static String webJarVersion() {
        Properties facts = new Properties();
        try (InputStream in = open(WEB_JAR_FACTS)) {
            facts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(WEB_JAR_FACTS, e);
        }
        return facts.getProperty("version");
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = open(resource)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = ApiDocs.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("this program does not contain " + resource);
        }
        return in;
    }
}
