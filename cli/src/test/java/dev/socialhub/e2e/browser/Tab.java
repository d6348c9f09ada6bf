package dev.socialhub.e2e.browser;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A tab of the browser. */
public final class Tab {

    /** Events that report a problem with a page. */
    private static final Set<String> COMPLAINTS =
            Set.of(
                    "Log.entryAdded",
                    "Runtime.consoleAPICalled",
                    "Runtime.exceptionThrown",
                    "Audits.issueAdded");

    private final DevTools tools;
    private final String session;

    Tab(DevTools tools, String session) {
        this.tools = tools;
        this.session = session;
        for (String domain : List.of("Page", "Runtime", "Log", "Audits")) {
            call(domain + ".enable", Map.of());
        }
    }

    /** Emulates a screen of this size that prefers this colour scheme. */
    public Tab sized(int width, int height, String colourScheme) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of(
                        "width",
                        width,
                        "height",
                        height,
                        "deviceScaleFactor",
                        2,
                        "mobile",
                        width < 600));
        call(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", colourScheme))));
        return this;
    }

    /** Opens this address, and returns when the page is loaded. */
    public Tab open(String url) {
        long before = loads();
        JsonNode opened = call("Page.navigate", Map.of("url", url));
        if (opened.has("errorText")) {
            throw new IllegalStateException(url + ": " + opened.get("errorText").asText());
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> loads() > before);
        return this;
    }

    private long loads() {
        return tools.events(session).stream()
                .filter(event -> event.path("method").asText().equals("Page.loadEventFired"))
                .count();
    }

    /**
     * The value of a JavaScript expression, in the page, even where the page may not run scripts
     * itself.
     */
    public JsonNode evaluate(String expression) {
        JsonNode evaluated =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
        if (evaluated.has("exceptionDetails")) {
            throw new IllegalStateException(evaluated.get("exceptionDetails").toString());
        }
        return evaluated.at("/result/value");
    }

    /** The strings of the array that this expression returns. */
    public List<String> texts(String expression) {
        List<String> texts = new ArrayList<>();
        evaluate(expression).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** The browser's complaints so far: console messages, refused contents, errors. */
    public List<String> complaints() {
        return tools.events(session).stream()
                .filter(event -> COMPLAINTS.contains(event.path("method").asText()))
                .map(JsonNode::toString)
                .toList();
    }

    /**
     * The errors so far: of scripts and requests, and contents that the page's policy refuses.
     * Advice on forms and the like, which {@link #complaints} has as well, is left out.
     */
    public List<String> errors() {
        return tools.events(session).stream().filter(Tab::isError).map(JsonNode::toString).toList();
    }

    private static boolean isError(JsonNode event) {
        JsonNode details = event.path("params");
        return switch (event.path("method").asText()) {
            case "Runtime.exceptionThrown" -> true;
            case "Log.entryAdded" -> details.at("/entry/level").asText().equals("error");
            case "Runtime.consoleAPICalled" -> details.path("type").asText().equals("error");
            case "Audits.issueAdded" ->
                    details.at("/issue/code").asText().equals("ContentSecurityPolicyIssue");
            default -> false;
        };
    }

    /** Saves a picture of the whole page. */
    public void photograph(Path file) {
        byte[] png =
                Base64.getDecoder()
                        .decode(
                                call(
                                                "Page.captureScreenshot",
                                                Map.of("captureBeyondViewport", true))
                                        .get("data")
                                        .asText());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        return tools.call(session, method, parameters);
    }
}
