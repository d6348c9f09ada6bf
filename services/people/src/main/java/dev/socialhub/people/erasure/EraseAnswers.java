package dev.socialhub.people.erasure;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;

/** The answers stored for repeated requests: they contain what the user has published. */
@Singleton
final class EraseAnswers implements PersonalData {

    private final AnswerRepository answers;

    EraseAnswers(AnswerRepository answers) {
        this.answers = answers;
    }

    @Override
    public int eraseSome(UUID userId) {
        answers.removeOf(userId);
        return 0;
    }

    /** Not reported: they are copies, kept for a day. */
    @Override
    public Map<String, Long> count(UUID userId) {
        return Map.of();
    }
}
