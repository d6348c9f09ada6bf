package dev.socialhub.posts.media.image;

import java.util.concurrent.Semaphore;

/**
 * Limits the pixels that are decoded at the same time, since these, and not the number of pictures,
 * decide how much memory decoding takes: up to eight bytes for each.
 */
public final class PixelBudget {

    private final Semaphore pixels = new Semaphore(ImageSize.MAX_PIXELS, true);

    /** Waits until so many pixels more may be decoded; closing the share frees them. */
    Share take(long wanted) throws InterruptedException {
        int taken = Math.toIntExact(wanted);
        pixels.acquire(taken);
        return new Share(pixels, taken);
    }

    record Share(Semaphore pixels, int taken) implements AutoCloseable {
        @Override
        public void close() {
            pixels.release(taken);
        }
    }
}
