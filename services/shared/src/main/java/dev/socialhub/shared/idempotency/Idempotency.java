package dev.socialhub.shared.idempotency;

import dev.socialhub.shared.identity.Caller;
import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Lets a request with a key take effect once. The first answer is stored in the transaction of the
 * effect; the same request again gets that answer, a different one under the same key is refused,
 * and one that is still running is told to come back. Only successes are stored: what failed had no
 * effect and may be tried again.
 */
@Singleton
@Requires(beans = TransactionOperations.class)
final class Idempotency {

    static final String REPLAYED = "Idempotent-Replayed";

    private static final Pattern TRAILING_SLASHES = Pattern.compile("(?<!/)/+$");

    private final TransactionOperations<Connection> transactions;
    private final StoredAnswers answers;
    private final JsonMapper json;

    Idempotency(
            TransactionOperations<Connection> transactions,
            StoredAnswers answers,
            JsonMapper json) {
        this.transactions = transactions;
        this.answers = answers;
        this.json = json;
    }

    /**
     * Runs the effect of a POST, or gives its first answer again.
     *
     * @param body the parsed request body; equal bodies are the same request, however they were
     *     typed
     * @param effect does the work and answers; joins the transaction that is opened around it
     * @throws ProblemException 409 while the same request runs, 422 for another body under its key
     */
    HttpResponse<?> once(
            Caller caller,
            HttpRequest<?> request,
            Object body,
            Supplier<? extends HttpResponse<?>> effect) {
        Optional<IdempotencyKey> key = IdempotencyKey.of(request);
        if (key.isEmpty()) {
            return effect.get();
        }
        RequestName name = new RequestName(caller.id(), route(request), key.get().value());
        byte[] fingerprint = fingerprint(body);
        return transactions.executeWrite(
                status -> run(status.getConnection(), name, fingerprint, effect));
    }

    /** The router takes {@code /posts/} for {@code /posts}, so a key must as well. */
    private static String route(HttpRequest<?> request) {
        return request.getMethodName()
                + " "
                + TRAILING_SLASHES.matcher(request.getPath()).replaceFirst("");
    }

    private HttpResponse<?> run(
            Connection connection,
            RequestName name,
            byte[] fingerprint,
            Supplier<? extends HttpResponse<?>> effect)
            throws SQLException {
        if (!answers.lock(connection, name)) {
            throw ProblemException.retryLater(
                    ProblemType.IN_PROGRESS,
                    "A request with this Idempotency-Key is still running.",
                    Duration.ofSeconds(1));
        }
        Optional<StoredAnswer> stored = answers.find(connection, name);
        if (stored.isPresent()) {
            if (!MessageDigest.isEqual(stored.get().fingerprint(), fingerprint)) {
                throw new ProblemException(
                        ProblemType.KEY_REUSED,
                        "This Idempotency-Key was used for a request with another body.");
            }
            return stored.get().response().header(REPLAYED, "true");
        }
        StoredAnswer answer = store(effect.get(), fingerprint);
        if (answer.isSuccess()) {
            answers.add(connection, name, answer);
        }
        return answer.response();
    }

    private StoredAnswer store(HttpResponse<?> response, byte[] fingerprint) {
        String location = response.getHeaders().get(HttpHeaders.LOCATION);
        Map<String, String> headers =
                location == null ? Map.of() : Map.of(HttpHeaders.LOCATION, location);
        byte[] body = response.getBody().map(this::encode).orElseGet(() -> new byte[0]);
        return new StoredAnswer(fingerprint, response.code(), headers, body);
    }

    private byte[] fingerprint(Object body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(encode(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] encode(Object body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The user, the route and the key of a request. */
    record RequestName(UUID userId, String route, String key) {}

    /** What was answered the first time. */
    record StoredAnswer(byte[] fingerprint, int status, Map<String, String> headers, byte[] body) {

        boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        MutableHttpResponse<byte[]> response() {
            MutableHttpResponse<byte[]> response = HttpResponse.status(HttpStatus.valueOf(status));
            headers.forEach(response::header);
            return body.length == 0
                    ? response
                    : response.body(body).contentType(MediaType.APPLICATION_JSON_TYPE);
        }
    }
}
