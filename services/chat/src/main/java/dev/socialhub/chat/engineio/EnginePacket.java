package dev.socialhub.chat.engineio;

import java.nio.charset.StandardCharsets;

/** A packet that a client sent. */
public sealed interface EnginePacket {

    /**
     * Everything but binary messages.
     *
     * @param data what follows the type's digit
     */
    record Text(EnginePacketType type, String data) implements EnginePacket {}

    /** A message that is binary; it has no type on the wire. */
    record Binary(byte[] data) implements EnginePacket {}

    /** Reads the text of one packet: a digit and its data. */
    static EnginePacket.Text read(String packet) throws MalformedPacketException {
        if (packet.isEmpty()) {
            throw new MalformedPacketException("empty packet");
        }
        return new Text(EnginePacketType.of(packet.charAt(0)), packet.substring(1));
    }

    /** A packet of text as it is sent, in UTF-8. */
    static byte[] write(EnginePacketType type, String data) {
        return (type.digit() + data).getBytes(StandardCharsets.UTF_8);
    }
}
