package dev.socialhub.gateway.route;

import org.jspecify.annotations.Nullable;

/**
 * How large a request body may be, in bytes; forms with files may have an allowance of their own.
 */
public record BodyLimit(long bytes, long multipartBytes) {

    private static final long MEBIBYTE = 1024L * 1024;

    static final BodyLimit STANDARD = new BodyLimit(MEBIBYTE, MEBIBYTE);

    /** One file of 10 MiB and its form. */
    static final BodyLimit ONE_FILE = new BodyLimit(11 * MEBIBYTE, 11 * MEBIBYTE);

    /** Ten files of 10 MiB each when the post is a form; plain JSON otherwise. */
    static final BodyLimit TEN_FILES = new BodyLimit(MEBIBYTE, 105 * MEBIBYTE);

    /** Whether so large a body is one with files, which takes its time to arrive. */
    public static boolean isForFiles(long maxBytes) {
        return maxBytes > STANDARD.bytes;
    }

    /** The limit for a body of this media type. */
    public long forContentType(@Nullable String contentType) {
        return contentType != null && contentType.regionMatches(true, 0, "multipart/", 0, 10)
                ? multipartBytes
                : bytes;
    }
}
