package dev.socialhub.gateway.answer;

import dev.socialhub.shared.problem.ProblemType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Why a request gets no answer from a service: the problem, and the name of the reason in metrics.
 */
public enum Refusal {
    MALFORMED(ProblemType.MALFORMED, "The request could not be read."),
    AMBIGUOUS_LENGTH(
            ProblemType.MALFORMED, "The request's length is stated twice or in an unknown way."),
    BAD_HOST(ProblemType.MALFORMED, "The request needs exactly one valid Host header."),
    BAD_TARGET(ProblemType.MALFORMED, "The request's path or query is malformed."),
    METHOD(
            ProblemType.METHOD_NOT_ALLOWED,
            "This method is not supported; methods are written in capital letters.",
            Map.of("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS")),
    UNSUPPORTED_ENCODING(
            ProblemType.UNSUPPORTED_TYPE,
            "Send the body uncompressed, or as gzip or deflate.",
            Map.of("Accept-Encoding", "gzip, deflate")),
    NO_TOKEN(
            ProblemType.UNAUTHORIZED,
            "A valid access token is needed.",
            Map.of("WWW-Authenticate", "Bearer realm=\"socialhub\"")),
    BAD_TOKEN(
            ProblemType.UNAUTHORIZED,
            "A valid access token is needed.",
            Map.of("WWW-Authenticate", "Bearer realm=\"socialhub\", error=\"invalid_token\"")),
    KEYS_UNAVAILABLE(
            ProblemType.UNAVAILABLE,
            "Tokens can't be checked at the moment.",
            Map.of("Retry-After", "2")),
    BAD_ORIGIN(ProblemType.FORBIDDEN, "Pages of this origin may not open streams."),
    UPGRADE_NOT_HERE(ProblemType.MALFORMED, "There is no WebSocket at this path."),
    BAD_UPGRADE(ProblemType.MALFORMED, "The handshake of the WebSocket is malformed."),
    UPGRADE_VERSION(
            new ProblemType("upgrade-required", "Upgrade required", 426),
            "WebSockets are supported in version 13 only.",
            Map.of("Sec-WebSocket-Version", "13")),
    UNKNOWN_SESSION(ProblemType.MALFORMED, "Session ID unknown"),
    STREAMS_OF_ADDRESS(
            ProblemType.TOO_MANY_REQUESTS,
            "Too many streams are open from this address.",
            Map.of("Retry-After", "5")),
    STREAMS(ProblemType.OVERLOADED, "Too many streams are open at the moment."),
    SHUTTING_DOWN(ProblemType.OVERLOADED, "This gateway is shutting down; connect again."),
    UNKNOWN_PATH(ProblemType.NOT_FOUND, "API endpoint not found."),
    CALLER_TOO_SLOW(
            new ProblemType("request-timeout", "Request timed out", 408),
            "The request's body did not arrive in time."),
    BODY_TOO_LARGE(ProblemType.TOO_LARGE, "The request's body is larger than is allowed here."),
    URI_TOO_LONG(ProblemType.URI_TOO_LONG, "The request's path and query are too long."),
    HEADERS_TOO_LARGE(ProblemType.HEADERS_TOO_LARGE, "The request's headers are too large."),
    UPSTREAM_UNREACHABLE(ProblemType.BAD_GATEWAY, "The service can't be reached."),
    UPSTREAM_BROKE(ProblemType.BAD_GATEWAY, "The service ended the connection without an answer."),
    NO_INSTANCE(
            ProblemType.UNAVAILABLE,
            "The service can't be reached at the moment.",
            Map.of("Retry-After", "1")),
    UPSTREAM_BUSY(ProblemType.OVERLOADED, "The service has too many requests at the moment."),
    OVERLOADED(ProblemType.OVERLOADED, "The service is overloaded at the moment."),
    UPSTREAM_TIMED_OUT(ProblemType.TIMEOUT, "The service did not answer in time.");

    /** Callers that were refused together must not retry at the same time. */
    private static final List<Map<String, String>> RETRY_LATER =
            List.of(
                    Map.of("Retry-After", "1"),
                    Map.of("Retry-After", "2"),
                    Map.of("Retry-After", "3"));

    private final ProblemType type;
    private final String detail;
    private final Map<String, String> headers;

    Refusal(ProblemType type, String detail) {
        this(type, detail, Map.of());
    }

    Refusal(ProblemType type, String detail, Map<String, String> headers) {
        this.type = type;
        this.detail = detail;
        this.headers = headers;
    }

    ProblemType type() {
        return type;
    }

    String detail() {
        return detail;
    }

    Map<String, String> headers() {
        return type.equals(ProblemType.OVERLOADED)
                ? RETRY_LATER.get(ThreadLocalRandom.current().nextInt(RETRY_LATER.size()))
                : headers;
    }

    public int status() {
        return type.status();
    }
}
