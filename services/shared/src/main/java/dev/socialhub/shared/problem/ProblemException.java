package dev.socialhub.shared.problem;

import dev.socialhub.shared.problem.Problem.FieldError;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Ends a request with a problem document. The detail goes to the client, the cause to the log
 * alone.
 */
public final class ProblemException extends RuntimeException {

    /** If the overload lasts longer, the request is refused again then. */
    private static final Duration MAX_RETRY_AFTER = Duration.ofSeconds(3);

    private final ProblemType type;
    private final transient List<FieldError> errors;
    private final @Nullable Duration retryAfter;

    private ProblemException(
            ProblemType type,
            String detail,
            List<FieldError> errors,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        // Thrown a thousand times a second under overload, which needs no trace of each.
        super(detail, cause, true, !ProblemType.OVERLOADED.equals(type));
        this.type = type;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    public ProblemException(ProblemType type, String detail) {
        this(type, detail, List.of(), null, null);
    }

    public ProblemException(ProblemType type, String detail, Throwable cause) {
        this(type, detail, List.of(), null, cause);
    }

    public static ProblemException notFound(String detail) {
        return new ProblemException(ProblemType.NOT_FOUND, detail);
    }

    /** A field whose content can't be accepted: 422. */
    public static ProblemException invalid(String field, String message) {
        return new ProblemException(
                ProblemType.INVALID,
                "The request has an invalid field.",
                List.of(new FieldError(field, message)),
                null,
                null);
    }

    /** The client may come back after this time. */
    public static ProblemException retryLater(ProblemType type, String detail, Duration after) {
        return new ProblemException(type, detail, List.of(), after, null);
    }

    /** There is more to do than can be done: 503. Callers come back at different times. */
    public static ProblemException overloaded(String detail, @Nullable Throwable cause) {
        long millis = ThreadLocalRandom.current().nextLong(MAX_RETRY_AFTER.toMillis());
        return new ProblemException(
                ProblemType.OVERLOADED, detail, List.of(), Duration.ofMillis(millis), cause);
    }

    public ProblemType type() {
        return type;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    public Problem problem() {
        return Problem.of(type, getMessage(), errors);
    }
}
