package dev.socialhub.shared.text;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import jakarta.inject.Singleton;
import java.io.IOException;

/**
 * Takes JSON strings for text and nothing else. By default the number 17 would pass for "17", and
 * the list ["x"] for "x".
 */
@Singleton
final class StrictText implements Deserializer<String> {

    @Override
    public String deserialize(
            Decoder decoder, DecoderContext context, Argument<? super String> type)
            throws IOException {
        Object value = decoder.decodeArbitrary();
        if (value instanceof String text) {
            return text;
        }
        throw decoder.createDeserializationException("not a string", null);
    }
}
