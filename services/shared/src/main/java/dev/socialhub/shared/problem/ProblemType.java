package dev.socialhub.shared.problem;

/**
 * A kind of error that clients can tell apart.
 *
 * @param slug the stable last part of the {@code type} URI
 * @param title the same words for every occurrence
 * @param status the HTTP status
 */
public record ProblemType(String slug, String title, int status) {

    public static final ProblemType MALFORMED = of("malformed-request", "Malformed request", 400);
    public static final ProblemType UNAUTHORIZED =
            of("unauthorized", "Authentication required", 401);
    public static final ProblemType FORBIDDEN = of("forbidden", "Not allowed", 403);
    public static final ProblemType NOT_FOUND = of("not-found", "Not found", 404);
    public static final ProblemType METHOD_NOT_ALLOWED =
            of("method-not-allowed", "Method not allowed", 405);
    public static final ProblemType NOT_ACCEPTABLE = of("not-acceptable", "Not acceptable", 406);
    public static final ProblemType CONFLICT = of("conflict", "Conflict", 409);
    public static final ProblemType GONE = of("gone", "Gone", 410);
    public static final ProblemType TOO_LARGE = of("too-large", "Request too large", 413);
    public static final ProblemType URI_TOO_LONG = of("uri-too-long", "Address too long", 414);
    public static final ProblemType UNSUPPORTED_TYPE =
            of("unsupported-media-type", "Unsupported media type", 415);
    public static final ProblemType INVALID = of("invalid", "Invalid request", 422);
    public static final ProblemType KEY_REUSED =
            of("idempotency-key-reused", "Idempotency key used for another request", 422);
    public static final ProblemType IN_PROGRESS =
            of("request-in-progress", "The same request is still running", 409);
    public static final ProblemType TOO_MANY_REQUESTS =
            of("too-many-requests", "Too many requests", 429);
    public static final ProblemType HEADERS_TOO_LARGE =
            of("headers-too-large", "Request headers too large", 431);
    public static final ProblemType INTERNAL = of("internal", "Internal error", 500);
    public static final ProblemType BAD_GATEWAY = of("bad-gateway", "Bad gateway", 502);
    public static final ProblemType UNAVAILABLE = of("unavailable", "Temporarily unavailable", 503);
    public static final ProblemType OVERLOADED = of("overloaded", "Service overloaded", 503);
    public static final ProblemType TIMEOUT = of("gateway-timeout", "Upstream timed out", 504);

    private static final ProblemType[] GENERAL = {
        MALFORMED,
        UNAUTHORIZED,
        FORBIDDEN,
        NOT_FOUND,
        METHOD_NOT_ALLOWED,
        NOT_ACCEPTABLE,
        CONFLICT,
        GONE,
        TOO_LARGE,
        URI_TOO_LONG,
        UNSUPPORTED_TYPE,
        INVALID,
        TOO_MANY_REQUESTS,
        HEADERS_TOO_LARGE,
        INTERNAL,
        BAD_GATEWAY,
        UNAVAILABLE,
        TIMEOUT
    };

    private static ProblemType of(String slug, String title, int status) {
        return new ProblemType(slug, title, status);
    }

    /** The general type for a status that the framework chose. */
    public static ProblemType ofStatus(int status) {
        for (ProblemType type : GENERAL) {
            if (type.status == status) {
                return type;
            }
        }
        return status >= 500
                ? of("internal", "Internal error", status)
                : of("rejected", "Request rejected", status);
    }

    /** The {@code type} member: a name, not an address. */
    public String uri() {
        return "urn:socialhub:problem:" + slug;
    }
}
