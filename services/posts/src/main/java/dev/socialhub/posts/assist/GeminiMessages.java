package dev.socialhub.posts.assist;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parts of Gemini's {@code generateContent} that are used here. */
final class GeminiMessages {

    private GeminiMessages() {}

    @Serdeable
    record Request(
            Content systemInstruction, List<Content> contents, GenerationConfig generationConfig) {

        /** The task is an instruction; what the user typed is the content, and data. */
        static Request of(String task, String data, int maxTokens) {
            return new Request(
                    Content.of(null, task),
                    List.of(Content.of("user", data)),
                    new GenerationConfig(maxTokens));
        }
    }

    @Serdeable
    record GenerationConfig(int maxOutputTokens) {}

    @Serdeable
    record Content(@Nullable String role, @Nullable List<Part> parts) {

        static Content of(@Nullable String role, String text) {
            return new Content(role, List.of(new Part(text)));
        }

        String text() {
            Stream<Part> all = parts == null ? Stream.of() : parts.stream();
            return all.map(part -> part.text() == null ? "" : part.text())
                    .collect(Collectors.joining());
        }
    }

    @Serdeable
    record Part(@Nullable String text) {}

    @Serdeable
    record Response(@Nullable List<Candidate> candidates, @Nullable PromptFeedback promptFeedback) {

        boolean isBlocked() {
            return promptFeedback != null && promptFeedback.blockReason() != null;
        }

        /** The first answer's text; empty if there is none. */
        String text() {
            return candidates == null || candidates.isEmpty() ? "" : candidates.getFirst().text();
        }
    }

    @Serdeable
    record Candidate(@Nullable Content content) {

        String text() {
            return content == null ? "" : content.text();
        }
    }

    @Serdeable
    record PromptFeedback(@Nullable String blockReason) {}
}
