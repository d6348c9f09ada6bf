package dev.socialhub.shared.idempotency;

import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
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
     * @throws ProblemException 400 when there are several, since no choice between them is safe;
     *     422 when it is not 1 to 255 printable ASCII characters
     */
    public static Optional<IdempotencyKey> of(HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        List<String> values = new ArrayList<>(headers.getAll(HEADER));
        values.addAll(headers.getAll(OLDER_HEADER));
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (values.size() > 1) {
            throw new ProblemException(
                    ProblemType.MALFORMED, "The request has more than one idempotency key.");
        }
        String value = values.getFirst();
        if (!PRINTABLE.matcher(value).matches()) {
            throw ProblemException.invalid(HEADER, "must be 1 to 255 printable ASCII characters");
        }
        return Optional.of(new IdempotencyKey(value));
    }
}
