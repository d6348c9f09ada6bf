package dev.socialhub.chat.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import org.jspecify.annotations.Nullable;

/**
 * One message for many connections of an event loop: its frame is written once, and each connection
 * sends the same bytes. Not thread-safe.
 */
public final class SharedMessage implements AutoCloseable {

    private final byte[] text;
    private @Nullable ByteBuf frame;

    public SharedMessage(byte[] text) {
        this.text = text;
    }

    byte[] text() {
        return text;
    }

    /** A new reference to the frame, which the receiver releases. */
    ByteBuf frame() {
        if (frame == null) {
            frame = TextFrame.write(PooledByteBufAllocator.DEFAULT, text, TextFrame.NO_SUFFIX);
        }
        return frame.retainedDuplicate();
    }

    @Override
    public void close() {
        if (frame != null) {
            frame.release();
            frame = null;
        }
    }
}
