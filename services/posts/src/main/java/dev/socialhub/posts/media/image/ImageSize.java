package dev.socialhub.posts.media.image;

/**
 * The size of a picture as its headers say, known before anything is decoded.
 *
 * @param frames 1 unless it is animated
 * @param pixels of all frames together
 */
record ImageSize(int width, int height, int frames, long pixels) {

    static final int MAX_FRAMES = 300;
    static final int MAX_PIXELS = 40_000_000;

    static ImageSize still(int width, int height) {
        return new ImageSize(width, height, 1, (long) width * height);
    }

    /**
     * Checks the limits.
     *
     * @throws RefusedFileException beyond 300 frames or 40 megapixels over all of them
     */
    ImageSize checked() {
        if (width < 1 || height < 1 || frames < 1) {
            throw RefusedFileException.damaged();
        }
        if (frames > MAX_FRAMES) {
            throw RefusedFileException.invalid("must have at most " + MAX_FRAMES + " frames");
        }
        if (Math.max(pixels, (long) width * height) > MAX_PIXELS) {
            throw RefusedFileException.invalid("must have at most 40 megapixels over all frames");
        }
        return this;
    }

    boolean isAnimated() {
        return frames > 1;
    }
}
