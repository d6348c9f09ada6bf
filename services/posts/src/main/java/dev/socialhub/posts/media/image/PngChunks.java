package dev.socialhub.posts.media.image;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Walks through the chunks of a PNG, without unpacking any of its compressed texts. */
final class PngChunks {

    private static final int SIGNATURE = 8;
    private static final int CHECKSUM = 4;

    private PngChunks() {}

    /**
     * The metadata in its chunk {@code eXIf}, if it has one.
     *
     * @throws RefusedFileException when a chunk, or the one that ends the file, is missing
     */
    static byte @Nullable [] exif(Path file) throws IOException {
        byte[] exif = null;
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            in.skipNBytes(SIGNATURE);
            String name;
            do {
                int length = in.readInt();
                name = new String(in.readNBytes(4), StandardCharsets.US_ASCII);
                if (length < 0) {
                    throw RefusedFileException.damaged();
                }
                if (name.equals("eXIf") && length <= Files.size(file)) {
                    exif = in.readNBytes(length);
                } else {
                    in.skipNBytes(length);
                }
                in.skipNBytes(CHECKSUM);
            } while (!name.equals("IEND"));
        } catch (EOFException e) {
            throw RefusedFileException.damaged();
        }
        return exif;
    }
}
