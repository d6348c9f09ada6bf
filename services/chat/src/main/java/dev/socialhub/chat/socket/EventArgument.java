package dev.socialhub.chat.socket;

import dev.socialhub.shared.problem.ProblemException;
import dev.socialhub.shared.problem.ProblemType;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.validation.validator.Validator;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and validates the argument of an event. */
@Singleton
final class EventArgument {

    private static final String NOTHING = "{}";

    private final JsonMapper json;
    private final Validator validator;

    EventArgument(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /**
     * @param text one JSON value; null is read as an object without fields
     * @throws ProblemException if it isn't what the handler expects
     */
    <T> T read(@Nullable String text, Class<T> type) {
        T argument;
        try {
            argument = json.readValue(text == null ? NOTHING : text, Argument.of(type));
        } catch (IOException | IllegalArgumentException e) {
            throw new ProblemException(
                    ProblemType.MALFORMED,
                    "The argument is not the JSON that is expected here.",
                    e);
        }
        if (argument == null) {
            throw new ProblemException(ProblemType.MALFORMED, "The event needs an argument.");
        }
        Set<ConstraintViolation<T>> violations = validator.validate(argument);
        if (!violations.isEmpty()) {
            ConstraintViolation<T> first = violations.iterator().next();
            throw ProblemException.invalid(first.getPropertyPath().toString(), first.getMessage());
        }
        return argument;
    }
}
