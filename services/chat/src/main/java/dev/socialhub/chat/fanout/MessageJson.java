package dev.socialhub.chat.fanout;

import dev.socialhub.chat.message.Message;
import dev.socialhub.chat.message.MessageView;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The encoding of messages for clients and instances. */
@Singleton
class MessageJson {

    private final JsonMapper json;

    MessageJson(JsonMapper json) {
        this.json = json;
    }

    Delivered of(Message message) {
        MessageView view = MessageView.of(message);
        return new Delivered(view, encode(view));
    }

    Delivered read(byte[] encoded) {
        try {
            MessageView view = json.readValue(encoded, MessageView.class);
            return new Delivered(Objects.requireNonNull(view), encoded);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The list of them, as clients get it when they enter a room. */
    byte[] list(List<Message> messages) {
        return encode(messages.stream().map(MessageView::of).toList());
    }

    byte[] encode(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
