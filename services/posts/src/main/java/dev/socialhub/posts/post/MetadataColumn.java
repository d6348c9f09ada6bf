package dev.socialhub.posts.post;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The metadata of a post in its column, as JSON. */
@Singleton
final class MetadataColumn implements AttributeConverter<PostMetadata, String> {

    private final JsonMapper json;

    MetadataColumn(JsonMapper json) {
        this.json = json;
    }

    @Override
    public @Nullable String convertToPersistedValue(
            @Nullable PostMetadata metadata, ConversionContext context) {
        try {
            return metadata == null ? null : json.writeValueAsString(metadata);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public @Nullable PostMetadata convertToEntityValue(
            @Nullable String column, ConversionContext context) {
        try {
            return column == null ? null : json.readValue(column, PostMetadata.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
