package dev.socialhub.cli.verify;

import dev.socialhub.cli.http.Http;
import dev.socialhub.cli.http.Http.Answer;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One base address of the platform, the gateway's or a service's own. */
record WebClient(String name, String base, Http http) {
    /** Reads what needs no token. */
    Answer get(String path) {
        return send("GET", path, null, null, Map.of());
    }

    /**
     * Sends a request and returns the answer, whatever its status.
     *
     * @throws OperatorError if there is no answer
     */
    Answer send(
            String method,
            String path,
            @Nullable String token,
            @Nullable Object body,
            Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        if (token != null) {
            all.put("Authorization", "Bearer " + token);
        }
        try {
            return http.send(method, base + path, all, body);
        } catch (IOException unreachable) {
            throw new OperatorError(
                    ExitCode.FAILED,
                    "%s %s: %s doesn't answer (%s)"
                            .formatted(method, path, name, unreachable.getMessage()),
                    "socialhubctl logs " + name,
                    unreachable);
        }
    }
}
