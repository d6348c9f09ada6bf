package dev.socialhub.posts.media.image;

/** An uploaded file that can't be accepted. The message is for the user. */
public final class RefusedFileException extends RuntimeException {

    private final boolean unsupported;

    private RefusedFileException(String message, boolean unsupported) {
        super(message, null, false, false);
        this.unsupported = unsupported;
    }

    /** The file is of an accepted format, but its content isn't acceptable. */
    static RefusedFileException invalid(String message) {
        return new RefusedFileException(message, false);
    }

    /** The picture ends too early, or its content contradicts its format. */
    static RefusedFileException damaged() {
        return invalid("is truncated or damaged");
    }

    /** The file is of no accepted format. */
    public static RefusedFileException unsupported() {
        return new RefusedFileException(
                "must be a JPEG, PNG, GIF or WebP picture, or an MP4, QuickTime or WebM video",
                true);
    }

    /** Whether the format is the reason. */
    public boolean isUnsupported() {
        return unsupported;
    }
}
