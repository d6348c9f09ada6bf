package dev.socialhub.shared.problem;

import dev.socialhub.shared.problem.Problem.FieldError;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends a request with a problem document. The detail goes to the client, the cause to the log
 * alone.
 */
public final class ProblemException extends RuntimeException {

    private final ProblemType type;
    private final transient List<FieldError> errors;
    private final @Nullable Duration retryAfter;

    private ProblemException(
            ProblemType type,
            String detail,
            List<FieldError> errors,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(detail, cause);
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
