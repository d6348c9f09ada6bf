package dev.socialhub.users.profile;

import jakarta.inject.Singleton;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;

/** Lets the rules for a field's value look into what a PATCH asks of it, if it asks anything. */
@Singleton
final class ChangeExtractor implements ValueExtractor<Change<@ExtractedValue ?>> {

    @Override
    public void extractValues(Change<?> change, ValueReceiver receiver) {
        if (change.asked()) {
            receiver.value(null, change.value());
        }
    }
}
