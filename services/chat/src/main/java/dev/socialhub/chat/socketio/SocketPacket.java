package dev.socialhub.chat.socketio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole packet that a client sent.
 *
 * @param namespace begins with a slash; {@code /} if the packet names none
 * @param ackId the number that an acknowledgement must carry, if the client wants one
 * @param json the data, not yet checked; empty if there is none
 * @param attachments the binary data that the placeholders in the JSON stand for
 */
public record SocketPacket(
        SocketPacketType type,
        String namespace,
        @Nullable Long ackId,
        String json,
        List<byte[]> attachments) {

    public static final String MAIN_NAMESPACE = "/";

    public SocketPacket {
        attachments = List.copyOf(attachments);
    }
}
