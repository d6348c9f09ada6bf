package dev.socialhub.ops;

import dev.socialhub.shared.identity.ServiceTokens;
import dev.socialhub.shared.testing.Answer;
import dev.socialhub.shared.testing.RunningService;
import java.net.http.HttpRequest.BodyPublishers;

/** Asks a service as the operators' tool does. */
public record Operator(RunningService service) {

    public Answer get(String path) {
        return send("GET", path);
    }

    public Answer post(String path) {
        return send("POST", path);
    }

    private Answer send(String method, String path) {
        return service.send(
                null,
                service.request("/internal/ops/" + path)
                        .method(method, BodyPublishers.noBody())
                        .header(
                                "Authorization",
                                "Bearer " + service.bean(ServiceTokens.class).issue()));
    }
}
