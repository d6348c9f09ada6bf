package dev.socialhub.cli.prometheus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.http.Http;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A client of a Prometheus's HTTP API. */
public final class Prometheus {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final String url;
    private final Http http = new Http(TIMEOUT);

    private Prometheus(String url) {
        this.url = url;
    }

    /**
     * @throws OperatorError (wrong usage) if that is no valid address
     */
    public static Prometheus at(String url) {
        String scheme;
        try {
            scheme = URI.create(url).getScheme();
        } catch (IllegalArgumentException malformed) {
            scheme = null;
        }
        if (!"http".equals(scheme) && !"https".equals(scheme)) {
            throw new OperatorError(
                    ExitCode.WRONG_USAGE,
                    "'%s' isn't the address of a Prometheus server".formatted(url),
                    "give one such as http://127.0.0.1:9090");
        }
        return new Prometheus(url.replaceAll("/+$", ""));
    }

    /**
     * The value of an expression at this moment.
     *
     * @param values one for each series; a number alone counts as one
     * @param error what is wrong with the expression; empty if nothing is
     */
    public record Answer(List<Double> values, String error) {
        public Answer {
            values = List.copyOf(values);
        }
    }

    public String url() {
        return url;
    }

    /** Whether it answers and has read its configuration. */
    public boolean ready() {
        try {
            return http.send("GET", url + "/-/ready", Map.of(), null).status() == 200;
        } catch (IOException away) {
            return false;
        }
    }

    /**
     * Evaluates an expression.
     *
     * @throws OperatorError (unavailable) if Prometheus doesn't answer
     */
    public Answer query(String expression) {
        String question = URLEncoder.encode(expression, StandardCharsets.UTF_8);
        JsonNode answer = get("/api/v1/query?query=" + question);
        if (!answer.path("status").asText().equals("success")) {
            return new Answer(List.of(), answer.path("error").asText("no answer of Prometheus"));
        }
        JsonNode data = answer.path("data");
        List<Double> values = new ArrayList<>();
        if (data.path("resultType").asText().equals("vector")) {
            data.path("result").forEach(one -> values.add(number(one.path("value").path(1))));
        } else {
            values.add(number(data.path("result").path(1)));
        }
        return new Answer(values, "");
    }

    /** The names of the alerts that are firing. */
    public List<String> firing() {
        List<String> names = new ArrayList<>();
        for (JsonNode alert : get("/api/v1/alerts").path("data").path("alerts")) {
            if (alert.path("state").asText().equals("firing")) {
                names.add(alert.path("labels").path("alertname").asText());
            }
        }
        return names;
    }

    private JsonNode get(String path) {
        try {
            return http.send("GET", url + path, Map.of(), null).json();
        } catch (IOException away) {
            throw new OperatorError(
                    ExitCode.PLATFORM_UNAVAILABLE,
                    "Prometheus doesn't answer at " + url,
                    "start it, or name another one with --prometheus URL",
                    away);
        }
    }

    private static double number(JsonNode value) {
        return switch (value.asText()) {
            case "NaN", "" -> Double.NaN;
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(value.asText());
        };
    }
}
