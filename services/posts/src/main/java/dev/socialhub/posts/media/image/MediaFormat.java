package dev.socialhub.posts.media.image;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** The formats that users may upload. Names and headers of uploads decide nothing. */
public enum MediaFormat {
    JPEG("image/jpeg"),
    PNG("image/png"),
    GIF("image/gif"),
    WEBP("image/webp"),
    MP4("video/mp4"),
    QUICKTIME("video/quicktime"),
    WEBM("video/webm");

    /** Enough for the brand of an MP4 file and the document type of a Matroska file. */
    private static final int HEAD = 128;

    private final String mediaType;

    MediaFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Its name in {@code Content-Type}. */
    public String mediaType() {
        return mediaType;
    }

    public boolean isVideo() {
        return mediaType.startsWith("video/");
    }

    /** The format of a file by its content, if it is one of these. */
    public static Optional<MediaFormat> of(Path file) throws IOException {
        String detected;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            detected = Signatures.ALL.detect(in, new Metadata()).toString();
        }
        return switch (detected) {
            case "image/jpeg" -> Optional.of(JPEG);
            case "image/png" -> Optional.of(PNG);
            case "image/gif" -> Optional.of(GIF);
            case "image/webp" -> Optional.of(WEBP);
            case "video/mp4", "video/x-m4v" -> Optional.of(MP4);
            // Tika takes most brands of MP4 for QuickTime, and WebM for the Matroska that it is.
            case "video/quicktime" -> Optional.of(isMp4(head(file)) ? MP4 : QUICKTIME);
            case "video/webm", "application/x-matroska" ->
                    head(file).contains("webm") ? Optional.of(WEBM) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean isMp4(String head) {
        return head.startsWith("ftyp", 4) && !head.startsWith("qt  ", 8);
    }

    private static String head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
        }
    }

    /** Read once, at the first upload. */
    private static final class Signatures {
        private static final MimeTypes ALL = MimeTypes.getDefaultMimeTypes();
    }
}
