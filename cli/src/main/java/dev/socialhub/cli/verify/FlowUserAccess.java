package dev.socialhub.cli.verify;

import dev.socialhub.cli.http.Http.Answer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A generated user with an account, and that user's access to the web API.
 *
 * @param web sends the user's requests
 */
record FlowUserAccess(FlowUser person, String id, String token, WebClient web) {
    /** A request with this user's token. */
    Answer send(String method, String path) {
        return send(method, path, null, Map.of());
    }

    Answer send(String method, String path, @Nullable Object body, Map<String, String> headers) {
        return web.send(method, path, token, body, headers);
    }
}
