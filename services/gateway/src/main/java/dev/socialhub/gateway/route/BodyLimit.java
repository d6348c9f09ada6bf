package dev.socialhub.gateway.route;

import org.jspecify.annotations.Nullable;

/** The largest allowed request body, in bytes; forms with files may have a limit of their own. */
public record BodyLimit(long bytes, long multipartBytes) {

    private static final long MEBIBYTE = 1024L * 1024;

    static final BodyLimit STANDARD = new BodyLimit(MEBIBYTE, MEBIBYTE);

    /** One file of 10 MiB and its form. */
    static final BodyLimit ONE_FILE = new BodyLimit(11 * MEBIBYTE, 11 * MEBIBYTE);

    /** Ten files of 10 MiB each for a form; 1 MiB for plain JSON. */
    static final BodyLimit TEN_FILES = new BodyLimit(MEBIBYTE, 105 * MEBIBYTE);

    /** Whether a limit this large is for bodies with files, which take long to arrive. */
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
