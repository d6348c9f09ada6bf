package dev.socialhub.chat.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/** The frame of a whole message of text from a server, as RFC 6455 has it. */
final class TextFrame {

    static final byte[] NO_SUFFIX = {};

    private static final int FINAL_TEXT = 0x81;
    private static final int MAX_HEAD = 10;
    private static final int MAX_SHORT = 125;
    private static final int LENGTH_16 = 126;
    private static final int LENGTH_64 = 127;
    private static final int MAX_16 = 0xffff;

    private TextFrame() {}

    /** The text is the body and the suffix. */
    static ByteBuf write(ByteBufAllocator allocator, byte[] body, byte[] suffix) {
        int length = body.length + suffix.length;
        ByteBuf frame = allocator.directBuffer(length + MAX_HEAD);
        frame.writeByte(FINAL_TEXT);
        if (length <= MAX_SHORT) {
            frame.writeByte(length);
        } else if (length <= MAX_16) {
            frame.writeByte(LENGTH_16).writeShort(length);
        } else {
            frame.writeByte(LENGTH_64).writeLong(length);
        }
        return frame.writeBytes(body).writeBytes(suffix);
    }
}
