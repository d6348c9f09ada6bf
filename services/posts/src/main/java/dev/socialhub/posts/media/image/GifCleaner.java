package dev.socialhub.posts.media.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Copies a GIF block by block, without comments, metadata of programs, and what follows its end.
 * Its frames are copied as they are, since GIF is written without loss: an animation keeps its
 * timing and its palettes.
 */
final class GifCleaner {

    private static final int HEADER = 13;
    private static final int TRAILER = 0x3B;
    private static final int EXTENSION = 0x21;
    private static final int IMAGE = 0x2C;
    private static final int GRAPHIC_CONTROL = 0xF9;
    private static final int APPLICATION = 0xFF;
    private static final int APPLICATION_NAME = 11;

    /** The extensions that say how often an animation repeats. */
    private static final Set<String> LOOPS = Set.of("NETSCAPE2.0", "ANIMEXTS1.0");

    private final byte[] file;
    private final ByteArrayOutputStream clean;
    private int at;
    private int frames;
    private long pixels;

    private GifCleaner(byte[] file) {
        this.file = file;
        this.clean = new ByteArrayOutputStream(file.length);
    }

    /**
     * Cleans a file.
     *
     * @throws RefusedFileException when it is truncated, damaged or too large
     */
    static CleanImage clean(byte[] file) {
        return new GifCleaner(file).clean();
    }

    private CleanImage clean() {
        copy(HEADER);
        int width = number(6);
        int height = number(8);
        ImageSize.still(width, height).checked();
        copy(paletteBytes(file[10]));
        int block = take();
        while (block != TRAILER) {
            switch (block) {
                case EXTENSION -> extension();
                case IMAGE -> image();
                default -> throw RefusedFileException.damaged();
            }
            block = take();
        }
        clean.write(TRAILER);
        return new CleanImage(
                clean.toByteArray(), new ImageSize(width, height, frames, pixels).checked(), null);
    }

    private void extension() {
        int label = take();
        if (label == GRAPHIC_CONTROL || (label == APPLICATION && LOOPS.contains(application()))) {
            clean.write(EXTENSION);
            clean.write(label);
            blocks(true);
        } else {
            blocks(false);
        }
    }

    private String application() {
        require(1 + APPLICATION_NAME);
        return new String(file, at + 1, APPLICATION_NAME, StandardCharsets.US_ASCII);
    }

    private void image() {
        clean.write(IMAGE);
        int descriptor = at;
        copy(9);
        frames++;
        pixels += (long) number(descriptor + 4) * number(descriptor + 6);
        // Before the rest is read: a flood of frames ends here.
        new ImageSize(1, 1, frames, pixels).checked();
        copy(paletteBytes(file[descriptor + 8]));
        copy(1);
        blocks(true);
    }

    private void blocks(boolean kept) {
        int length;
        do {
            require(1);
            length = file[at] & 0xFF;
            if (kept) {
                copy(1 + length);
            } else {
                require(1 + length);
                at += 1 + length;
            }
        } while (length > 0);
    }

    private static int paletteBytes(byte flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private int number(int place) {
        return (file[place] & 0xFF) | (file[place + 1] & 0xFF) << 8;
    }

    private int take() {
        require(1);
        return file[at++] & 0xFF;
    }

    private void copy(int length) {
        require(length);
        clean.write(file, at, length);
        at += length;
    }

    private void require(int length) {
        if (file.length - at < length) {
            throw RefusedFileException.damaged();
        }
    }
}
