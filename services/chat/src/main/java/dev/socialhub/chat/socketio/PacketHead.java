package dev.socialhub.chat.socketio;

import dev.socialhub.chat.engineio.MalformedPacketException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the text of a packet says: {@code <type>[<attachments>-][<namespace>,][<ack id>][<json>]}.
 *
 * @param attachments how many binary messages follow
 */
record PacketHead(
        SocketPacketType type,
        int attachments,
        String namespace,
        @Nullable Long ackId,
        String json) {

    private static final int MAX_ATTACHMENTS = 16;
    private static final int MAX_NAMESPACE_LENGTH = 64;
    private static final int MAX_ATTACHMENT_DIGITS = 4;

    /** What every client counts exactly, 2^53 and less. */
    private static final int MAX_ACK_DIGITS = 15;

    static PacketHead read(String packet) throws MalformedPacketException {
        if (packet.isEmpty()) {
            throw new MalformedPacketException("empty packet");
        }
        SocketPacketType type = SocketPacketType.of(packet.charAt(0));
        int at = 1;
        int attachments = 0;
        if (type.isBinary()) {
            int end = endOfDigits(packet, at, MAX_ATTACHMENT_DIGITS);
            if (end == at || end == packet.length() || packet.charAt(end) != '-') {
                throw new MalformedPacketException("number of attachments expected");
            }
            attachments = Integer.parseInt(packet, at, end, 10);
            if (attachments > MAX_ATTACHMENTS) {
                throw new MalformedPacketException("too many attachments");
            }
            at = end + 1;
        }
        String namespace = SocketPacket.MAIN_NAMESPACE;
        if (at < packet.length() && packet.charAt(at) == '/') {
            int comma = packet.indexOf(',', at);
            int end = comma < 0 ? packet.length() : comma;
            if (end - at > MAX_NAMESPACE_LENGTH) {
                throw new MalformedPacketException("namespace too long");
            }
            namespace = path(packet.substring(at, end));
            if (namespace.chars().anyMatch(Character::isISOControl)) {
                throw new MalformedPacketException("control character in the namespace");
            }
            at = comma < 0 ? end : end + 1;
        }
        int end = endOfDigits(packet, at, MAX_ACK_DIGITS);
        Long ackId = end == at ? null : Long.valueOf(packet.substring(at, end));
        return new PacketHead(type, attachments, namespace, ackId, packet.substring(end));
    }

    SocketPacket with(List<byte[]> received) {
        return new SocketPacket(type, namespace, ackId, json, received);
    }

    /** Clients may add a query to the namespace. */
    private static String path(String namespace) {
        int query = namespace.indexOf('?');
        return query < 0 ? namespace : namespace.substring(0, query);
    }

    private static int endOfDigits(String packet, int begin, int max)
            throws MalformedPacketException {
        int end = begin;
        while (end < packet.length() && packet.charAt(end) >= '0' && packet.charAt(end) <= '9') {
            end++;
        }
        if (end - begin > max) {
            throw new MalformedPacketException("number too long");
        }
        return end;
    }
}
