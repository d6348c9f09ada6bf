package dev.socialhub.posts.media;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that a reader asks for, as RFC 9110 has it.
 *
 * @param from the first byte
 * @param length 0 when the file has none of the bytes that were asked for
 */
record ByteRange(long from, long length, boolean isPartial) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** The range of a header; the whole file without one, and for every other form of it. */
    static ByteRange of(@Nullable String header, long total) {
        Matcher parts = header == null ? null : ONE.matcher(header.strip());
        if (parts == null || !parts.matches()) {
            return new ByteRange(0, total, false);
        }
        String first = String.valueOf(parts.group(1));
        String last = String.valueOf(parts.group(2));
        if (first.isEmpty()) {
            return last.isEmpty()
                    ? new ByteRange(0, total, false)
                    : suffix(Long.parseLong(last), total);
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? total - 1 : Math.min(Long.parseLong(last), total - 1);
        if (!last.isEmpty() && Long.parseLong(last) < from) {
            return new ByteRange(0, total, false);
        }
        return from >= total ? new ByteRange(0, 0, true) : new ByteRange(from, to - from + 1, true);
    }

    private static ByteRange suffix(long length, long total) {
        long taken = Math.min(length, total);
        return new ByteRange(total - taken, taken, true);
    }

    /** The value of {@code Content-Range}. */
    String contentRange(long total) {
        return length == 0
                ? "bytes */" + total
                : "bytes " + from + "-" + (from + length - 1) + "/" + total;
    }
}
