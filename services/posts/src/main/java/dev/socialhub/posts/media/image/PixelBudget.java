package dev.socialhub.posts.media.image;

import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;

/**
 * Limits the pixels that are decoded at the same time, since these, and not the number of pictures,
 * decide how much memory decoding takes: up to eight bytes for each.
 */
@Singleton
public final class PixelBudget {

    private final Semaphore pixels = new Semaphore(ImageSize.MAX_PIXELS, true);

    /**
     * Waits until so many pixels more may be decoded.
     *
     * @param wanted at most 40 million
     */
    public Share take(long wanted) throws InterruptedException {
        int taken = Math.toIntExact(wanted);
        pixels.acquire(taken);
        return new Share(pixels, taken);
    }

    /** Pixels that are being decoded; closing it frees them. */
    public record Share(Semaphore pixels, int taken) implements AutoCloseable {
        @Override
        public void close() {
            pixels.release(taken);
        }
    }
}
