package dev.socialhub.posts.media.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Copies a WebP chunk by chunk, without EXIF, XMP, unknown chunks, and what follows its end. The
 * frames are copied as they are: there is no encoder in Java.
 */
final class WebpCleaner {

    /** The decoder takes more than a second for each million of pixels without loss. */
    private static final int MAX_SLOW_PIXELS = 10_000_000;

    private static final int RIFF_HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int FRAME_HEADER = 16;
    private static final int ANIMATED = 0x02;
    private static final int EXIF_AND_XMP = 0x0C;

    private final ByteBuffer file;
    private final ByteBuffer clean;
    private @Nullable ImageSize canvas;
    private @Nullable ImageSize frame;
    private byte @Nullable [] exif;
    private boolean animated;
    private boolean isSlow;
    private int frames;
    private long pixels;

    private WebpCleaner(byte[] bytes) {
        this.file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.clean = ByteBuffer.allocate(bytes.length + 1).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Cleans a file.
     *
     * @throws RefusedFileException when it is truncated, damaged or too large
     */
    static CleanImage clean(byte[] bytes) {
        try {
            return new WebpCleaner(bytes).clean();
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw RefusedFileException.damaged();
        }
    }

    private CleanImage clean() {
        int end = CHUNK_HEADER + file.getInt(4);
        if (end < RIFF_HEADER || end > file.limit()) {
            throw RefusedFileException.damaged();
        }
        file.limit(end).position(RIFF_HEADER);
        clean.put(file.array(), 0, RIFF_HEADER);
        while (file.remaining() > 1) {
            chunk();
        }
        clean.putInt(4, clean.position() - CHUNK_HEADER);
        return new CleanImage(Arrays.copyOf(clean.array(), clean.position()), checkedSize(), exif);
    }

    private void chunk() {
        int begin = file.position();
        String name = name(begin);
        int length = file.getInt(begin + 4);
        int data = begin + CHUNK_HEADER;
        if (length < 0 || length > file.limit() - data) {
            throw RefusedFileException.damaged();
        }
        switch (name) {
            case "VP8X" -> canvas(data);
            case "ANMF" -> animationFrame(data);
            case "VP8 " -> frame = lossy(data);
            case "VP8L" -> frame = lossless(data);
            case "ALPH", "ANIM", "ICCP" -> {}
            case "EXIF" -> exif = Arrays.copyOfRange(file.array(), data, data + length);
            default -> {}
        }
        isSlow |= isSlow(name) || (name.equals("ANMF") && isSlow(name(data + FRAME_HEADER)));
        // A chunk of odd length is followed by a byte that belongs to none.
        file.position(Math.min(data + length + (length & 1), file.limit()));
        switch (name) {
            case "VP8X", "ANMF", "VP8 ", "VP8L", "ALPH", "ANIM", "ICCP" -> {
                int copy = clean.position();
                clean.put(file.array(), begin, file.position() - begin);
                if (name.equals("VP8X")) {
                    clean.put(
                            copy + CHUNK_HEADER,
                            (byte) (clean.get(copy + CHUNK_HEADER) & ~EXIF_AND_XMP));
                }
            }
            default -> {}
        }
    }

    /** Whether a chunk has pixels without loss, transparency included. */
    private static boolean isSlow(String name) {
        return name.equals("VP8L") || name.equals("ALPH");
    }

    private void canvas(int data) {
        animated = (file.get(data) & ANIMATED) != 0;
        canvas = ImageSize.still(1 + number(data + 4), 1 + number(data + 7)).checked();
    }

    private void animationFrame(int data) {
        frames++;
        pixels += (1L + number(data + 6)) * (1L + number(data + 9));
        new ImageSize(1, 1, frames, pixels).checked();
    }

    private ImageSize lossy(int data) {
        if (number(data + 3) != 0x2A019D) {
            throw RefusedFileException.damaged();
        }
        return ImageSize.still(file.getShort(data + 6) & 0x3FFF, file.getShort(data + 8) & 0x3FFF);
    }

    private ImageSize lossless(int data) {
        if (file.get(data) != 0x2F) {
            throw RefusedFileException.damaged();
        }
        int bits = file.getInt(data + 1);
        return ImageSize.still(1 + (bits & 0x3FFF), 1 + (bits >>> 14 & 0x3FFF));
    }

    private ImageSize checkedSize() {
        ImageSize size = size().checked();
        if (isSlow && size.pixels() > MAX_SLOW_PIXELS) {
            throw RefusedFileException.invalid(
                    "must have at most 10 megapixels over all frames if it is a WebP that has"
                            + " transparency or no loss");
        }
        return size;
    }

    private ImageSize size() {
        if (canvas != null && animated) {
            return new ImageSize(canvas.width(), canvas.height(), frames, pixels);
        }
        if (frame == null) {
            throw RefusedFileException.damaged();
        }
        return frame;
    }

    private String name(int place) {
        return new String(file.array(), place, 4, StandardCharsets.US_ASCII);
    }

    /** Three bytes. */
    private int number(int place) {
        return (file.getShort(place) & 0xFFFF) | (file.get(place + 2) & 0xFF) << 16;
    }
}
