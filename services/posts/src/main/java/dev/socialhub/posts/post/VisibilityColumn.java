package dev.socialhub.posts.post;

import dev.socialhub.contracts.post.Visibility;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;

/** The visibility of a post in its column: the name that it has on the wire. */
@Singleton
final class VisibilityColumn implements AttributeConverter<Visibility, String> {

    @Override
    public String convertToPersistedValue(Visibility visibility, ConversionContext context) {
        return visibility.wireName();
    }

    @Override
    public Visibility convertToEntityValue(String column, ConversionContext context) {
        return Visibility.ofWireName(column);
    }
}
