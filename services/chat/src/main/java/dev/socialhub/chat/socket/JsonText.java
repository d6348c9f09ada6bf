package dev.socialhub.chat.socket;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** JSON of our own values, for which writing can't fail, and of what clients send. */
@Singleton
final class JsonText {

    private final JsonMapper mapper;

    JsonText(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Empty if it is not the JSON of such a value. */
    <T> Optional<T> read(String text, Class<T> type) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(mapper.readValue(text, Argument.of(type)));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    byte[] bytes(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
