package dev.socialhub.chat.plain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends: {@code {"event":"…","data":…,"ack":n}}.
 *
 * @param data one JSON value, or null
 * @param ack the number that the acknowledgement must carry, if the client wants one
 */
record PlainMessage(String event, @Nullable String data, @Nullable Long ack) {

    private static final JsonFactory JSON = new JsonFactory();

    /** Empty if the text isn't such a message; unknown fields are skipped. */
    static Optional<PlainMessage> read(String text) {
        String event = null;
        String data = null;
        Long ack = null;
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                switch (field) {
                    case "event" -> event = parser.getText();
                    case "data" -> data = value(parser, text);
                    case "ack" -> {
                        if (value == JsonToken.VALUE_NUMBER_INT) {
                            ack = parser.getLongValue();
                        }
                    }
                    default -> parser.skipChildren();
                }
            }
            if (event == null || parser.nextToken() != null) {
                return Optional.empty();
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.of(new PlainMessage(event, data, ack));
    }

    private static String value(JsonParser parser, String text) throws IOException {
        int begin = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        parser.finishToken();
        return text.substring(begin, (int) parser.currentLocation().getCharOffset()).strip();
    }
}
