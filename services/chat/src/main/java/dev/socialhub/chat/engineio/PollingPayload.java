package dev.socialhub.chat.engineio;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/**
 * Several packets in the body of one request or answer, with a record separator between them.
 * Binary messages are written as {@code b} and Base64.
 */
public final class PollingPayload {

    private static final char SEPARATOR = '\u001e';
    private static final char BINARY = 'b';

    private PollingPayload() {}

    public static List<EnginePacket> read(String body) throws MalformedPacketException {
        List<EnginePacket> packets = new ArrayList<>();
        int begin = 0;
        while (begin <= body.length()) {
            int end = body.indexOf(SEPARATOR, begin);
            if (end < 0) {
                end = body.length();
            }
            packets.add(readPacket(body.substring(begin, end)));
            begin = end + 1;
        }
        return packets;
    }

    private static EnginePacket readPacket(String packet) throws MalformedPacketException {
        if (packet.isEmpty() || packet.charAt(0) != BINARY) {
            return EnginePacket.read(packet);
        }
        try {
            // The Java client breaks its lines.
            String base64 = packet.substring(1).replace("\n", "");
            return new EnginePacket.Binary(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw new MalformedPacketException("a binary packet is not Base64");
        }
    }

    /** Writes packets of text, each encoded already. */
    public static byte[] write(Collection<byte[]> packets) {
        ByteArrayOutputStream body =
                new ByteArrayOutputStream(
                        packets.stream().mapToInt(packet -> packet.length + 1).sum());
        for (byte[] packet : packets) {
            if (body.size() > 0) {
                body.write(SEPARATOR);
            }
            body.writeBytes(packet);
        }
        return body.toByteArray();
    }
}
