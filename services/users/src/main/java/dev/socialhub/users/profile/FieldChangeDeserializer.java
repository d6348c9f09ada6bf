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
final class FieldChangeDeserializer implements CustomizableDeserializer<FieldChange<Object>> {

    @Override
    public Deserializer<FieldChange<Object>> createSpecific(
            DecoderContext context, Argument<? super FieldChange<Object>> type)
            throws SerdeException {
        @SuppressWarnings("unchecked")
        Argument<Object> value = (Argument<Object>) type.getTypeParameters()[0];
        Deserializer<?> values = context.findDeserializer(value).createSpecific(context, value);
        return new OfValue(value, values);
    }

    private record OfValue(Argument<Object> value, Deserializer<?> values)
            implements Deserializer<FieldChange<Object>> {

        @Override
        public FieldChange<Object> deserialize(
                Decoder decoder, DecoderContext context, Argument<? super FieldChange<Object>> type)
                throws IOException {
            return FieldChange.to(values.deserialize(decoder, context, value));
        }

        @Override
        public FieldChange<Object> deserializeNullable(
                Decoder decoder, DecoderContext context, Argument<? super FieldChange<Object>> type)
                throws IOException {
            return decoder.decodeNull()
                    ? FieldChange.to(null)
                    : deserialize(decoder, context, type);
        }

        @Override
        public @Nullable FieldChange<Object> getDefaultValue(
                DecoderContext context, Argument<? super FieldChange<Object>> type) {
            return FieldChange.none();
        }
    }
}
