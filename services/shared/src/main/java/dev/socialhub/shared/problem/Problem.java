package dev.socialhub.shared.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of every error answer, {@code application/problem+json} as RFC 9457 has it.
 *
 * @param detail what is wrong this time, in words that are safe for the client
 * @param instance the path that was asked for
 * @param requestId what to quote when asking for help; the logs carry it too
 * @param traceId the same for what the request has caused elsewhere
 * @param errors the fields at fault, for an invalid request
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String instance,
        @Nullable String requestId,
        @Nullable String traceId,
        List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(ProblemType type, @Nullable String detail) {
        return of(type, detail, List.of());
    }

    public static Problem of(ProblemType type, @Nullable String detail, List<FieldError> errors) {
        return new Problem(
                type.uri(), type.title(), type.status(), detail, null, null, null, errors);
    }

    /** The same problem, said of this request. */
    public Problem at(@Nullable String path, @Nullable String request, @Nullable String trace) {
        return new Problem(type, title, status, detail, path, request, trace, errors);
    }

    /** One field that is wrong, and how. */
    @Serdeable
    public record FieldError(String field, String message) {}
}
