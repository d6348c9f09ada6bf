package dev.socialhub.cli.verify;

import dev.socialhub.cli.http.Http.Answer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A made-up person with an account, and the web as that person sees it.
 *
 * @param web sends the person's requests
 */
record Account(Person person, String id, String token, Web web) {
    /** A request with this person's token. */
    Answer send(String method, String path) {
        return send(method, path, null, Map.of());
    }

    Answer send(String method, String path, @Nullable Object body, Map<String, String> headers) {
        return web.send(method, path, token, body, headers);
    }
}
