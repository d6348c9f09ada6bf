package dev.socialhub.shared.testing;

import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** What came back. */
public record Answer(HttpResponse<String> response) {

    public int status() {
        return response.statusCode();
    }

    public String text() {
        return response.body();
    }

    public @Nullable String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    /** Where the answer says that its thing is. */
    public String location() {
        return response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(status() + " without a Location: " + text()));
    }

    public Json json() {
        return Json.of(response.body());
    }

    /** The text of a field, found by its path: {@code author.name}. */
    public String at(String path) {
        return json().at(path).coerceStringValue();
    }
}
