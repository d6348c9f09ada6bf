package dev.socialhub.users.profile;

import jakarta.inject.Singleton;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;

/** Applies the validation rules of a field's value to the value that a PATCH requests, if any. */
@Singleton
final class FieldChangeExtractor implements ValueExtractor<FieldChange<@ExtractedValue ?>> {

    @Override
    public void extractValues(FieldChange<?> change, ValueReceiver receiver) {
        if (change.asked()) {
            receiver.value(null, change.value());
        }
    }
}
