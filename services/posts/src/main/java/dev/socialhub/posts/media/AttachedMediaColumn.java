package dev.socialhub.posts.media;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.data.model.runtime.convert.AttributeConverter;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@link AttachedMedia#COLUMN}. */
@Singleton
public final class AttachedMediaColumn implements AttributeConverter<List<AttachedMedia>, String> {

    private static final Argument<List<AttachedMedia>> MEDIA = Argument.listOf(AttachedMedia.class);

    private final JsonMapper json;

    AttachedMediaColumn(JsonMapper json) {
        this.json = json;
    }

    /** A post's media are rows of their own, and never written with it. */
    @Override
    public String convertToPersistedValue(
            @Nullable List<AttachedMedia> media, ConversionContext context) {
        throw new UnsupportedOperationException("media are attached by their rows");
    }

    @Override
    public List<AttachedMedia> convertToEntityValue(
            @Nullable String column, ConversionContext context) {
        if (column == null) {
            return List.of();
        }
        try {
            return json.readValue(column, MEDIA).stream()
                    .sorted(Comparator.comparingInt(AttachedMedia::position))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
