package dev.socialhub.shared.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.io.buffer.ReferenceCounted;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.http.codec.CodecException;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.json.body.JsonMessageHandler;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON bodies to their end. The framework's reader stops behind the first value, so that
 * <code>{"a":1}{"a":2}</code> would pass for its first half. Stands before that reader; answers are
 * still written by it.
 */
@Singleton
@Order(JsonMessageHandler.ORDER - 1)
@JsonMessageHandler.ConsumesJson
final class WholeJsonBody<T> implements MessageBodyReader<T> {

    private static final JsonFactory TOKENS = new JsonFactory();

    private final JsonMapper json;

    WholeJsonBody(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean isReadable(Argument<T> type, @Nullable MediaType mediaType) {
        return mediaType != null
                && mediaType.matchesAllOrWildcardOrExtension(MediaType.EXTENSION_JSON);
    }

    @Override
    public @Nullable T read(
            Argument<T> type,
            @Nullable MediaType mediaType,
            Headers headers,
            ByteBuffer<?> buffer) {
        T value = read(type, buffer.toByteArray());
        // After a failure the caller does it.
        if (buffer instanceof ReferenceCounted counted) {
            counted.release();
        }
        return value;
    }

    @Override
    public @Nullable T read(
            Argument<T> type, @Nullable MediaType mediaType, Headers headers, InputStream input) {
        try {
            return read(type, input.readAllBytes());
        } catch (IOException e) {
            throw new CodecException("the body could not be received", e);
        }
    }

    private @Nullable T read(Argument<T> type, byte[] body) {
        try {
            T value = json.readValue(body, type);
            requireNothingBehindTheValue(body);
            return value;
        } catch (IOException e) {
            throw new CodecException("the body is not what is expected", e);
        }
    }

    private static void requireNothingBehindTheValue(byte[] body) throws IOException {
        try (JsonParser parser = TOKENS.createParser(body)) {
            parser.nextToken();
            parser.skipChildren();
            if (parser.nextToken() != null) {
                throw new JsonSyntaxException("more than one value");
            }
        } catch (JsonParseException e) {
            throw new JsonSyntaxException(e);
        }
    }
}
