package dev.socialhub.gateway.route;

import org.jspecify.annotations.Nullable;

/** The largest allowed request body, in bytes; forms with files may have a limit of their own. */
public record BodyLimit(long bytes, long multipartBytes) {

    private static final long WITHOUT_FILES = 1024L * 1024;

    /** Whether a limit this large is for bodies with files, which take long to arrive. */
    public static boolean isForFiles(long maxBytes) {
        return maxBytes > WITHOUT_FILES;
    }

    /** The limit for a body of this media type. */
    public long forContentType(@Nullable String contentType) {
        return contentType != null && contentType.regionMatches(true, 0, "multipart/", 0, 10)
                ? multipartBytes
                : bytes;
    }
}
