package dev.socialhub.shared.testing;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** What came back. */
public record Answer(HttpResponse<String> response) {

    private static final JsonMapper JSON = JsonMapper.createDefault();

    public int status() {
        return response.statusCode();
    }

    public String text() {
        return response.body();
    }

    public @Nullable String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    public JsonNode json() {
        try {
            return JSON.readValue(response.body(), JsonNode.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a field, found by its path: {@code author.name}. */
    public String at(String path) {
        JsonNode node = json();
        for (String step : path.split("\\.")) {
            node = node.isArray() ? node.get(Integer.parseInt(step)) : node.get(step);
            if (node == null) {
                throw new AssertionError("no " + path + " in " + text());
            }
        }
        return node.coerceStringValue();
    }
}
