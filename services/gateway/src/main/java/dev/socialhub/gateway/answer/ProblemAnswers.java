package dev.socialhub.gateway.answer;

import dev.socialhub.shared.problem.Problem;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns a {@link Refusal} into a problem document, or into what the client's protocol expects. */
@Singleton
public final class ProblemAnswers {

    /** The answer by which clients of Engine.IO learn that they must begin a new session. */
    private static final Answer UNKNOWN_SESSION =
            new Answer(
                    Refusal.UNKNOWN_SESSION.status(),
                    "application/json",
                    "{\"code\":1,\"message\":\"Session ID unknown\"}"
                            .getBytes(StandardCharsets.US_ASCII),
                    Map.of());

    private final ObjectMapper json;

    ProblemAnswers(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Returns the answer.
     *
     * @param path the requested path; null when it could not be read
     */
    public Answer of(Refusal refusal, @Nullable String path, String requestId, String traceId) {
        if (refusal == Refusal.UNKNOWN_SESSION) {
            return UNKNOWN_SESSION;
        }
        Problem problem = Problem.of(refusal.type(), refusal.detail()).at(path, requestId, traceId);
        try {
            return new Answer(
                    refusal.status(),
                    Problem.MEDIA_TYPE,
                    json.writeValueAsBytes(problem),
                    refusal.headers());
        } catch (IOException impossible) {
            throw new UncheckedIOException("a problem of plain strings can be written", impossible);
        }
    }
}
