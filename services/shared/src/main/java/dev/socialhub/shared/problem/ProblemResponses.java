package dev.socialhub.shared.problem;

import dev.socialhub.shared.problem.Problem.FieldError;
import dev.socialhub.shared.trace.TraceContext;
import dev.socialhub.shared.web.RequestContext;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.web.router.exceptions.DuplicateRouteException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes every error answer, whichever component raised the error. The framework's own messages name
 * classes and quote parser internals, so none of them is passed on.
 */
@Singleton
final class ProblemResponses implements ErrorResponseProcessor<Problem> {

    private static final MediaType PROBLEM_JSON = MediaType.of(Problem.MEDIA_TYPE);
    private static final Pattern UNKNOWN_PROPERTY =
            Pattern.compile("Unknown property \\[(\\w{1,64})]");

    @Override
    public MutableHttpResponse<Problem> processResponse(
            ErrorContext context, MutableHttpResponse<?> response) {
        HttpRequest<?> request = context.getRequest();
        TraceContext trace = RequestContext.trace(request);
        Problem problem =
                describe(context.getRootCause().orElse(null), status(request, response))
                        .at(
                                request.getPath(),
                                RequestContext.requestId(request),
                                trace == null ? null : trace.traceId());
        MutableHttpResponse<?> answer = response.status(problem.status());
        if (problem.status() == 401) {
            answer.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"socialhub\"");
        }
        Duration retryAfter = retryAfter(context.getRootCause().orElse(null), problem.status());
        if (retryAfter != null) {
            long seconds = Math.max(1, (retryAfter.toMillis() + 999) / 1000);
            answer.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        }
        return answer.<Problem>body(problem).contentType(PROBLEM_JSON);
    }

    /** The framework says 413 of all that is too long. */
    private static int status(HttpRequest<?> request, HttpResponse<?> response) {
        Throwable unread =
                request instanceof NettyHttpRequest<?> netty
                        ? netty.getNativeRequest().decoderResult().cause()
                        : null;
        return switch (unread) {
            case TooLongHttpHeaderException _ -> ProblemType.HEADERS_TOO_LARGE.status();
            case TooLongHttpLineException _ -> ProblemType.URI_TOO_LONG.status();
            case null, default -> response.code();
        };
    }

    private static @Nullable Duration retryAfter(@Nullable Throwable cause, int status) {
        Duration explicit = cause instanceof ProblemException e ? e.retryAfter() : null;
        return explicit == null && status == 503 ? Duration.ofSeconds(1) : explicit;
    }

    private static Problem describe(@Nullable Throwable cause, int status) {
        return switch (cause) {
            case ProblemException e -> e.problem();
            case ConstraintViolationException e -> invalid(fieldErrors(e));
            case ConversionErrorException e -> unconvertible(e);
            case UnsatisfiedRouteException e -> missing(e.getArgument());
            // Of two routes for bodies of different types, which this request doesn't name.
            case DuplicateRouteException _ -> general(415);
            // A Content-Encoding that the body does not keep.
            case DecoderException _ -> general(400);
            case null, default ->
                    TransientDatabaseErrors.isBehind(cause)
                            ? transientProblem(cause)
                            : general(status);
        };
    }

    private static Problem general(int status) {
        ProblemType type = ProblemType.ofStatus(status);
        String detail =
                switch (status) {
                    case 400 -> "The request could not be read.";
                    case 401 -> "A valid access token is needed.";
                    case 404 -> "There is nothing at this address.";
                    case 405 -> "This address does not support this method.";
                    case 415 -> "Send the body as application/json.";
                    case 414 -> "The request's path and query are too long.";
                    case 431 -> "The request's headers are too large.";
                    default -> null;
                };
        return Problem.of(type, detail);
    }

    private static Problem transientProblem(@Nullable Throwable cause) {
        return TransientDatabaseErrors.isPoolUsedUp(cause)
                ? Problem.of(ProblemType.OVERLOADED, "The service is overloaded at the moment.")
                : Problem.of(
                        ProblemType.UNAVAILABLE, "The database can't be reached at the moment.");
    }

    private static Problem invalid(List<FieldError> errors) {
        return Problem.of(ProblemType.INVALID, "The request has invalid fields.", errors);
    }

    private static Problem missing(Argument<?> argument) {
        return isBody(argument)
                ? Problem.of(ProblemType.MALFORMED, "The request needs a JSON body.")
                : invalid(List.of(new FieldError(argument.getName(), "is required")));
    }

    private static Problem unconvertible(ConversionErrorException e) {
        if (!isBody(e.getArgument())) {
            return invalid(
                    List.of(new FieldError(e.getArgument().getName(), "has the wrong format")));
        }
        String message = String.valueOf(e.getConversionError().getCause().getMessage());
        Matcher unknown = UNKNOWN_PROPERTY.matcher(message);
        return unknown.find()
                ? invalid(List.of(new FieldError(unknown.group(1), "is not a known field")))
                : Problem.of(
                        ProblemType.MALFORMED, "The body is not the JSON that is expected here.");
    }

    private static boolean isBody(Argument<?> argument) {
        return argument.isAnnotationPresent(Body.class);
    }

    private static List<FieldError> fieldErrors(ConstraintViolationException e) {
        return e.getConstraintViolations().stream()
                .map(violation -> new FieldError(field(violation), violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                .toList();
    }

    /**
     * The path within the body or the parameter's name, without the method and argument before it.
     */
    private static String field(ConstraintViolation<?> violation) {
        String last = "";
        StringBuilder nested = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            last = node.toString();
            switch (node.getKind()) {
                case METHOD, CONSTRUCTOR, PARAMETER -> nested.setLength(0);
                case CONTAINER_ELEMENT -> nested.append(place(node));
                default ->
                        nested.append(place(node)).append(nested.isEmpty() ? "" : ".").append(node);
            }
        }
        return nested.isEmpty() ? last : nested.toString();
    }

    /** Which element of the list before it a node is in: {@code [3]}. */
    private static String place(Path.Node node) {
        return node.getIndex() == null ? "" : "[" + node.getIndex() + "]";
    }
}
