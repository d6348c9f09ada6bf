package dev.socialhub.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the public API, with an example that would be accepted, as the platform's own
 * OpenAPI document describes it.
 *
 * @param service the service that serves it, for bypassing the gateway
 * @param body a valid body, or null where none is accepted
 */
record Endpoint(
        String service, String method, String path, boolean needsToken, @Nullable String body) {

    /** The gateway's own pages, which take no token and no body. */
    private static final String GATEWAY = "gateway";

    /** Every operation of every service. */
    static List<Endpoint> all(PlatformUnderTest platform) {
        JsonNode document = platform.gateway().get("/api/v1/openapi.json").json();
        List<Endpoint> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                Endpoint endpoint = of(path.getKey(), method.getKey(), method.getValue());
                if (!endpoint.service.equals(GATEWAY)) {
                    all.add(endpoint);
                }
            }
        }
        if (all.size() < 25) {
            throw new IllegalStateException("the document is not whole: " + all);
        }
        return all;
    }

    private static Endpoint of(String template, String method, JsonNode operation) {
        StringBuilder query = new StringBuilder();
        String path = template;
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.path("name").asText();
            if (!parameter.path("required").asBoolean()) {
                continue;
            }
            String example =
                    URLEncoder.encode(
                            parameter.required("example").asText(), StandardCharsets.UTF_8);
            if (parameter.path("in").asText().equals("path")) {
                path = path.replace("{" + name + "}", example);
            } else {
                query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(example);
            }
        }
        return new Endpoint(
                operation.required("tags").get(0).asText(),
                method.toUpperCase(Locale.ROOT),
                path + query,
                !operation.has("security"),
                firstBody(operation.path("requestBody")));
    }

    private static @Nullable String firstBody(JsonNode requestBody) {
        for (JsonNode example : requestBody.at("/content/application~1json/examples")) {
            return example.required("value").toString();
        }
        return null;
    }

    static List<Endpoint> thatNeedToken(PlatformUnderTest platform) {
        return all(platform).stream().filter(Endpoint::needsToken).toList();
    }

    static List<Endpoint> thatTakeBody(PlatformUnderTest platform) {
        return all(platform).stream().filter(endpoint -> endpoint.body != null).toList();
    }

    /** The valid body of an endpoint that accepts one. */
    String goodBody() {
        return Objects.requireNonNull(body);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
