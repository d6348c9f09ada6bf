package dev.socialhub.users.profile;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.serde.util.CustomizableDeserializer;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Distinguishes an absent field from a null one. */
@Singleton
final class ChangeDeserializer implements CustomizableDeserializer<Change<Object>> {

    @Override
    public Deserializer<Change<Object>> createSpecific(
            DecoderContext context, Argument<? super Change<Object>> type) throws SerdeException {
        @SuppressWarnings("unchecked")
        Argument<Object> value = (Argument<Object>) type.getTypeParameters()[0];
        Deserializer<?> values = context.findDeserializer(value).createSpecific(context, value);
        return new OfValue(value, values);
    }

    private record OfValue(Argument<Object> value, Deserializer<?> values)
            implements Deserializer<Change<Object>> {

        @Override
        public Change<Object> deserialize(
                Decoder decoder, DecoderContext context, Argument<? super Change<Object>> type)
                throws IOException {
            return Change.to(values.deserialize(decoder, context, value));
        }

        @Override
        public Change<Object> deserializeNullable(
                Decoder decoder, DecoderContext context, Argument<? super Change<Object>> type)
                throws IOException {
            return decoder.decodeNull() ? Change.to(null) : deserialize(decoder, context, type);
        }

        @Override
        public @Nullable Change<Object> getDefaultValue(
                DecoderContext context, Argument<? super Change<Object>> type) {
            return Change.none();
        }
    }
}
