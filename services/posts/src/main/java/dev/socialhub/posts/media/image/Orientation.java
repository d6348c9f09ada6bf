package dev.socialhub.posts.media.image;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a camera was held, which its picture is turned by.
 *
 * @param tag the value of the EXIF tag, 1 to 8; 1 is upright
 */
record Orientation(int tag) {

    static final Orientation UPRIGHT = new Orientation(1);

    private static final byte[] PREAMBLE = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    /** The orientation of a JPEG; upright unless its metadata says otherwise. */
    static Orientation ofJpeg(Path file) throws IOException {
        try {
            return of(JpegMetadataReader.readMetadata(file.toFile(), List.of(new ExifReader())));
        } catch (JpegProcessingException e) {
            return UPRIGHT;
        }
    }

    /** The orientation in metadata that stood in a chunk of its own. */
    static Orientation ofExif(byte @Nullable [] exif) {
        if (exif == null) {
            return UPRIGHT;
        }
        boolean preceded =
                exif.length > PREAMBLE.length
                        && Arrays.equals(exif, 0, PREAMBLE.length, PREAMBLE, 0, PREAMBLE.length);
        Metadata metadata = new Metadata();
        new ExifReader()
                .extract(new ByteArrayReader(exif, preceded ? PREAMBLE.length : 0), metadata);
        return of(metadata);
    }

    private static Orientation of(Metadata metadata) {
        ExifIFD0Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        if (exif == null || !exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)) {
            return UPRIGHT;
        }
        try {
            int tag = exif.getInt(ExifIFD0Directory.TAG_ORIENTATION);
            return tag >= 1 && tag <= 8 ? new Orientation(tag) : UPRIGHT;
        } catch (MetadataException e) {
            return UPRIGHT;
        }
    }

    boolean isUpright() {
        return tag == 1;
    }

    /** Whether width and height change places. */
    boolean isSideways() {
        return tag >= 5;
    }

    /** Turns a picture of this size upright. */
    AffineTransform turning(int width, int height) {
        return switch (tag) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
