package dev.socialhub.shared.text;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same for lists, which the framework reads by a way of its own. A null element stays one. */
@Singleton
final class StrictTextList implements Deserializer<List<@Nullable String>> {

    private final StrictText text;

    StrictTextList(StrictText text) {
        this.text = text;
    }

    @Override
    public List<@Nullable String> deserialize(
            Decoder decoder, DecoderContext context, Argument<? super List<@Nullable String>> type)
            throws IOException {
        List<@Nullable String> texts = new ArrayList<>();
        try (Decoder elements = decoder.decodeArray()) {
            while (elements.hasNextArrayValue()) {
                texts.add(text.deserializeNullable(elements, context, Argument.STRING));
            }
        }
        return texts;
    }
}
