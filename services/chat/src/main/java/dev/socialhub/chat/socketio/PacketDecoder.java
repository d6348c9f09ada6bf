package dev.socialhub.chat.socketio;

import dev.socialhub.chat.engineio.MalformedPacketException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes packets of the messages of one connection: a packet with binary data comes in several. Not
 * thread-safe.
 */
public final class PacketDecoder {

    private final int maxBytes;
    private @Nullable PacketHead incomplete;
    private final List<byte[]> attachments = new ArrayList<>();
    private int bytes;

    /**
     * @param maxBytes the most that the attachments of a packet may have together
     */
    public PacketDecoder(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Takes a message of text.
     *
     * @return the packet, or null while its attachments are missing
     * @throws MalformedPacketException also if it comes in place of an attachment; the incomplete
     *     packet is dropped then, and the next message begins a new one
     */
    public @Nullable SocketPacket text(String message) throws MalformedPacketException {
        if (incomplete != null) {
            reset();
            throw new MalformedPacketException("attachment expected");
        }
        PacketHead head = PacketHead.read(message);
        if (head.attachments() == 0) {
            return head.with(List.of());
        }
        incomplete = head;
        return null;
    }

    /** Takes a binary message. */
    public @Nullable SocketPacket binary(byte[] message) throws MalformedPacketException {
        PacketHead head = incomplete;
        if (head == null) {
            throw new MalformedPacketException("unexpected attachment");
        }
        bytes += message.length;
        if (bytes > maxBytes) {
            reset();
            throw new MalformedPacketException("attachments too large");
        }
        attachments.add(message);
        if (attachments.size() < head.attachments()) {
            return null;
        }
        SocketPacket packet = head.with(attachments);
        reset();
        return packet;
    }

    private void reset() {
        incomplete = null;
        attachments.clear();
        bytes = 0;
    }
}
