package dev.socialhub.posts.media.image;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.stream.FileImageInputStream;

/**
 * A file that is decoded within a time. Decoders can't be interrupted, but they read while they
 * decode: a JPEG may have a hundred thousand scans of a few bytes, each of which takes as long as
 * the whole picture.
 */
final class TimedImageInput extends FileImageInputStream {

    private final long begin = System.nanoTime();
    private final Duration limit;

    TimedImageInput(Path file, Duration limit) throws IOException {
        super(file.toFile());
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        check();
        return super.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        check();
        return super.read(buffer, offset, length);
    }

    private void check() {
        if (System.nanoTime() - begin > limit.toNanos()) {
            throw RefusedFileException.invalid("takes too long to decode");
        }
    }
}
