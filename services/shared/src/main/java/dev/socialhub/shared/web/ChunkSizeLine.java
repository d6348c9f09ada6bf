package dev.socialhub.shared.web;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpConstants;

/** The line before a chunk: its size in hexadecimal digits, and extensions, which say nothing. */
final class ChunkSizeLine {

    static final long MALFORMED = -1;

    /** Longest line, its end included: extensions have no use here. */
    static final int MAX_BYTES = 256;

    /** Enough for 32 bits, with leading zeros as some clients write them. */
    private static final int MAX_DIGITS = 8;

    private ChunkSizeLine() {}

    /**
     * The size that the line says.
     *
     * @param in stands at the begin of the line
     * @param length bytes before its line feed
     * @return {@link #MALFORMED} unless the line has one meaning alone, and one below 2^31
     */
    static long size(ByteBuf in, int length) {
        int start = in.readerIndex();
        int end = start + length - 1;
        if (length < 2 || in.getByte(end) != HttpConstants.CR) {
            return MALFORMED;
        }
        long size = 0;
        int at = start;
        for (; at < end && in.getByte(at) != ';'; at++) {
            int digit = Character.digit(in.getUnsignedByte(at), 16);
            if (digit < 0 || at - start == MAX_DIGITS) {
                return MALFORMED;
            }
            size = size << 4 | digit;
        }
        boolean hasDigits = at > start;
        return hasDigits && size <= Integer.MAX_VALUE && isPrintable(in, at, end)
                ? size
                : MALFORMED;
    }

    private static boolean isPrintable(ByteBuf in, int from, int to) {
        for (int at = from; at < to; at++) {
            byte b = in.getByte(at);
            if (b < HttpConstants.SP || b == 0x7F) {
                return false;
            }
        }
        return true;
    }
}
