package dev.socialhub.chat.socketio;

import dev.socialhub.chat.engineio.EnginePacketType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes packets to clients, each as the Engine.IO message that carries it, in UTF-8. Names of
 * events and namespaces are constants of the code, without characters that JSON escapes.
 */
public final class PacketEncoder {

    private static final int CLOSING_BRACKET = ']';

    private PacketEncoder() {}

    /** An event with one argument. */
    public static byte[] event(String namespace, String name, byte[] json) {
        return join(
                head(SocketPacketType.EVENT, namespace, "[\"" + name + "\","),
                json,
                CLOSING_BRACKET);
    }

    /**
     * What follows the argument instead of the closing bracket, for a client that keeps the event's
     * offset.
     */
    public static byte[] offset(String offset) {
        return (",\"" + offset + "\"]").getBytes(StandardCharsets.US_ASCII);
    }

    /** An acknowledgement with one argument. */
    public static byte[] ack(String namespace, long ackId, byte[] json) {
        return join(head(SocketPacketType.ACK, namespace, ackId + "["), json, CLOSING_BRACKET);
    }

    /** The answer to an accepted connection: a JSON object. */
    public static byte[] connect(String namespace, byte[] json) {
        return join(head(SocketPacketType.CONNECT, namespace, ""), json, -1);
    }

    /** The answer to a refused connection: a JSON object with a message. */
    public static byte[] connectError(String namespace, byte[] json) {
        return join(head(SocketPacketType.CONNECT_ERROR, namespace, ""), json, -1);
    }

    public static byte[] disconnect(String namespace) {
        return head(SocketPacketType.DISCONNECT, namespace, "");
    }

    private static byte[] head(SocketPacketType type, String namespace, String rest) {
        StringBuilder head = new StringBuilder(32);
        head.append(EnginePacketType.MESSAGE.digit()).append(type.digit());
        if (!namespace.equals(SocketPacket.MAIN_NAMESPACE)) {
            head.append(namespace).append(',');
        }
        return head.append(rest).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[] head, byte[] json, int last) {
        ByteArrayOutputStream packet = new ByteArrayOutputStream(head.length + json.length + 1);
        packet.writeBytes(head);
        packet.writeBytes(json);
        if (last >= 0) {
            packet.write(last);
        }
        return packet.toByteArray();
    }
}
