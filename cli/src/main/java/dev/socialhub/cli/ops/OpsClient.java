package dev.socialhub.cli.ops;

import com.fasterxml.jackson.databind.JsonNode;
import dev.socialhub.cli.connection.Endpoint;
import dev.socialhub.cli.connection.Target;
import dev.socialhub.cli.http.Http;
import dev.socialhub.cli.http.Http.Answer;
import dev.socialhub.cli.terminal.ExitCode;
import dev.socialhub.cli.terminal.OperatorError;
import dev.socialhub.cli.terminal.Printable;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks services for information that only operators may have, under {@code /internal/ops}. */
public final class OpsClient {
    private static final String BASE = "/internal/ops/";

    private final Http http;
    private final OperatorTokens tokens;

    public OpsClient(Http http, OperatorTokens tokens) {
        this.http = http;
        this.tokens = tokens;
    }

    /**
     * The answer to a question.
     *
     * @param path below {@code /internal/ops/}
     * @throws OperatorError if the service doesn't answer successfully, with what to do about it
     */
    public JsonNode get(Endpoint service, String path) {
        return requireSuccess(service, send("GET", service, path, null)).json();
    }

    /** The same for something that may not exist; empty when it doesn't. */
    public Optional<JsonNode> find(Endpoint service, String path) {
        Answer answer = send("GET", service, path, null);
        return answer.status() == HttpURLConnection.HTTP_NOT_FOUND
                        && offers(service, path.split("/", 2)[0])
                ? Optional.empty()
                : Optional.of(requireSuccess(service, answer).json());
    }

    /** The answer to an order; the errors are those of {@link #get}. */
    public JsonNode post(Endpoint service, String path) {
        return post(service, path, null);
    }

    /** The same with a body to be written as JSON. */
    public JsonNode post(Endpoint service, String path, @Nullable Object body) {
        return requireSuccess(service, send("POST", service, path, body)).json();
    }

    /** Deletes what the path names; the errors are those of {@link #get}. */
    public void delete(Endpoint service, String path) {
        requireSuccess(service, send("DELETE", service, path, null));
    }

    /**
     * One instance of each service that offers something to operators.
     *
     * @param what the first part of the paths that it is asked by, such as {@code outbox}
     * @param wanted names of services; empty for all that offer it
     * @throws OperatorError (not found) if one of these doesn't offer it
     */
    public List<Endpoint> offering(Target target, String what, List<String> wanted) {
        List<String> names =
                target.services().stream().map(Endpoint::service).distinct().sorted().toList();
        List<Endpoint> offering =
                names.stream()
                        .filter(name -> wanted.isEmpty() || wanted.contains(name))
                        .map(target::instanceOf)
                        .filter(service -> offers(service, what))
                        .toList();
        List<String> found = offering.stream().map(Endpoint::service).toList();
        for (String name : wanted) {
            if (!found.contains(name)) {
                throw new OperatorError(
                        ExitCode.NOT_FOUND,
                        "no service named '%s' has %s".formatted(Printable.line(name), what),
                        "choose from " + String.join(", ", others(target, names, what)));
            }
        }
        return offering;
    }

    private List<String> others(Target target, List<String> names, String what) {
        return names.stream().filter(name -> offers(target.instanceOf(name), what)).toList();
    }

    /** Whether a service answers paths that begin so. */
    public boolean offers(Endpoint service, String what) {
        for (JsonNode offer : get(service, "identity").path("offers")) {
            if (offer.asText().equals(what)) {
                return true;
            }
        }
        return false;
    }

    private Answer send(String method, Endpoint service, String path, @Nullable Object body) {
        try {
            return http.send(
                    method,
                    service.url() + BASE + path,
                    Map.of("Authorization", "Bearer " + tokens.issue()),
                    body);
        } catch (IOException unreachable) {
            throw new OperatorError(
                    ExitCode.PLATFORM_UNAVAILABLE,
                    service.name() + " doesn't answer (" + unreachable.getMessage() + ")",
                    service.restart(),
                    unreachable);
        }
    }

    private static Answer requireSuccess(Endpoint service, Answer answer) {
        String name = service.name();
        return switch (answer.status()) {
            case 200, 201, 204 -> answer;
            case 401, 403 ->
                    throw new OperatorError(
                            ExitCode.FAILED,
                            name + " has another SERVICE_TOKEN_KEY than this operator",
                            service.restart());
            case 404 ->
                    throw new OperatorError(
                            ExitCode.FAILED,
                            name + " offers nothing to operators (started without OPS_ENABLED)",
                            service.restart());
            case 409 ->
                    throw new OperatorError(
                            ExitCode.REFUSED,
                            name + " answers " + answer.brief(),
                            "resolve the conflict that its answer describes");
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
