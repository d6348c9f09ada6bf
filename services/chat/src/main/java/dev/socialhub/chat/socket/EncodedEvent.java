package dev.socialhub.chat.socket;

import dev.socialhub.chat.transport.SharedMessage;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * An event on its way to sockets of one event loop: each encoding and each frame is made once. Not
 * thread-safe.
 */
final class EncodedEvent implements AutoCloseable {

    private final OutgoingEvent event;
    private final Map<Encoding, SharedMessage> whole = new HashMap<>(2);
    private final Map<Encoding, byte[]> open = new HashMap<>(2);

    EncodedEvent(OutgoingEvent event) {
        this.event = event;
    }

    SharedMessage whole(Encoding encoding) {
        return whole.computeIfAbsent(encoding, one -> new SharedMessage(encode(one)));
    }

    /** Without the last byte, so that an offset can follow. */
    byte[] open(Encoding encoding) {
        return open.computeIfAbsent(
                encoding,
                one -> {
                    byte[] message = encode(one);
                    return Arrays.copyOf(message, message.length - 1);
                });
    }

    private byte[] encode(Encoding encoding) {
        return encoding.event(event.name(), event.json());
    }

    @Override
    public void close() {
        whole.values().forEach(SharedMessage::close);
    }
}
