package dev.socialhub.posts.media.image;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Walks through the markers of a JPEG, since decoders fill in what is missing at its end. */
final class JpegMarkers {

    private static final int BEGIN = 0xD8;
    private static final int SCAN = 0xDA;
    private static final int END = 0xD9;

    private JpegMarkers() {}

    /**
     * Checks that the picture has an end. The thumbnail in its metadata has one of its own, so that
     * only what follows the first scan counts.
     *
     * @throws RefusedFileException when it has none
     */
    static void requireEnd(Path file) throws IOException {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int marker = marker(in);
            while (marker != SCAN) {
                if (marker != BEGIN) {
                    in.skipNBytes(Math.max(0, in.readUnsignedShort() - 2));
                }
                marker = marker(in);
            }
            int before = 0;
            int now = in.readUnsignedByte();
            while (before != 0xFF || now != END) {
                before = now;
                now = in.readUnsignedByte();
            }
        } catch (EOFException e) {
            throw RefusedFileException.damaged();
        }
    }

    /** Markers may be preceded by fill bytes. */
    private static int marker(DataInputStream in) throws IOException {
        if (in.readUnsignedByte() != 0xFF) {
            throw RefusedFileException.damaged();
        }
        int marker = in.readUnsignedByte();
        while (marker == 0xFF) {
            marker = in.readUnsignedByte();
        }
        return marker;
    }
}
