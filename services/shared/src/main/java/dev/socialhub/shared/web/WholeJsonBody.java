package dev.socialhub.shared.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import dev.socialhub.shared.text.Utf8;
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
 * Reads JSON bodies to their end, and strictly as UTF-8. The framework's reader stops after the
 * first value, so that <code>{"a":1}{"a":2}</code> would be read as its first half, and it accepts
 * overlong UTF-8 as the letters that it spells. Runs before that reader, which still writes the
 * answers.
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
            if (isUtf16(body) || !Utf8.isWellFormed(body)) {
                throw new JsonSyntaxException("not UTF-8");
            }
            T value = json.readValue(body, type);
            requireNothingBehindTheValue(body);
            return value;
        } catch (IOException e) {
            throw new CodecException("the body is not what is expected", e);
        }
    }

    /** The reader guesses UTF-16 and UTF-32 by a NUL in the beginning; JSON has none there. */
    private static boolean isUtf16(byte[] body) {
        return body.length >= 2 && (body[0] == 0 || body[1] == 0);
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
