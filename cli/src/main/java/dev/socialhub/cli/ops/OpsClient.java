package dev.socialhub.cli.ops;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.ops.Http.Answer;
import dev.socialhub.cli.platform.RunningPlatform.Resident;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import java.io.IOException;
import java.util.Map;

/** Asks services what only operators may know, under {@code /internal/ops}. */
public final class OpsClient {
    private static final String BASE = "/internal/ops/";

    private final Http http;
    private final ServiceTokens tokens;

    public OpsClient(Http http, ServiceTokens tokens) {
        this.http = http;
        this.tokens = tokens;
    }

    /**
     * The answer to a question.
     *
     * @param path below {@code /internal/ops/}
     * @throws OperatorError if the service doesn't answer it well, with what to do about it
     */
    public JsonNode get(Resident service, String path) {
        return good(service, send("GET", service, path)).json();
    }

    /** The answer to an order; the errors are those of {@link #get}. */
    public JsonNode post(Resident service, String path) {
        return good(service, send("POST", service, path)).json();
    }

    /** Deletes what the path names; the errors are those of {@link #get}. */
    public void delete(Resident service, String path) {
        good(service, send("DELETE", service, path));
    }

    private Answer send(String method, Resident service, String path) {
        try {
            return http.send(
                    method,
                    service.url() + BASE + path,
                    Map.of("Authorization", "Bearer " + tokens.issue()),
                    null);
        } catch (IOException silent) {
            throw new OperatorError(
                    ExitCode.PLATFORM_UNAVAILABLE,
                    service.name() + " doesn't answer (" + silent.getMessage() + ")",
                    "socialhubctl restart " + service.name(),
                    silent);
        }
    }

    private static Answer good(Resident service, Answer answer) {
        String name = service.name();
        return switch (answer.status()) {
            case 200, 201, 204 -> answer;
            case 401, 403 ->
                    throw new OperatorError(
                            ExitCode.FAILED,
                            name + " has another SERVICE_TOKEN_KEY than secrets.env",
                            "socialhubctl restart " + name);
            case 404 ->
                    throw new OperatorError(
                            ExitCode.FAILED,
                            name + " doesn't let operators ask that (started without OPS_ENABLED)",
                            "socialhubctl restart " + name);
            case 502, 503, 504 ->
                    throw new OperatorError(
                            ExitCode.PLATFORM_UNAVAILABLE,
                            name + " answers " + answer.brief(),
                            "socialhubctl verify --stage 2");
            default ->
                    throw new OperatorError(
                            ExitCode.FAILED,
                            name + " answers " + answer.brief(),
                            "socialhubctl logs " + name);
        };
    }
}
