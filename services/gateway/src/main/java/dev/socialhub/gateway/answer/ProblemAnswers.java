package dev.socialhub.gateway.answer;

import dev.socialhub.shared.problem.Problem;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Turns a {@link Refusal} into a problem document. */
@Singleton
public final class ProblemAnswers {

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
