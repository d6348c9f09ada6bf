package dev.socialhub.posts.post;

import dev.socialhub.contracts.post.Visibility;
import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The visibility of a post in its column, stored by its wire name. */
@Singleton
final class VisibilityColumn implements AttributeConverter<Visibility, String> {

    @Override
    public @Nullable String convertToPersistedValue(
            @Nullable Visibility visibility, ConversionContext context) {
        return visibility == null ? null : visibility.wireName();
    }

    @Override
    public @Nullable Visibility convertToEntityValue(
            @Nullable String column, ConversionContext context) {
        return column == null ? null : Visibility.ofWireName(column);
    }
}
