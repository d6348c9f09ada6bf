package dev.socialhub.posts.assist;

import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import java.time.Duration;

/**
 * How Gemini is called.
 *
 * @param apiKey empty: Gemini isn't used
 * @param url of the interface, without the path of a model
 * @param timeout of one attempt
 */
@ConfigurationProperties("posts.assist.gemini")
record GeminiConfiguration(String apiKey, URI url, String model, Duration timeout) {

    boolean isUsed() {
        return !apiKey.isBlank();
    }

    /** Without the key, which must not get into a log. */
    @Override
    public String toString() {
        return "GeminiConfiguration[url=%s, model=%s]".formatted(url, model);
    }
}
