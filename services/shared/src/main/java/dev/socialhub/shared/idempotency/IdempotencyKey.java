package dev.socialhub.shared.idempotency;

import dev.socialhub.shared.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name that a client gives to one attempt at something, however often it has to send it. */
public record IdempotencyKey(String value) {

    public static final String HEADER = "Idempotency-Key";
    static final String OLDER_HEADER = "X-Idempotency-Key";

    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /**
     * The key of a request, if it has one.
     *
     * @throws ProblemException 422 when it is not 1 to 255 printable ASCII characters
     */
    public static Optional<IdempotencyKey> of(HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        String value =
                headers.get(HEADER) != null ? headers.get(HEADER) : headers.get(OLDER_HEADER);
        if (value == null) {
            return Optional.empty();
        }
        if (!PRINTABLE.matcher(value).matches()) {
            throw ProblemException.invalid(HEADER, "must be 1 to 255 printable ASCII characters");
        }
        return Optional.of(new IdempotencyKey(value));
    }
}
