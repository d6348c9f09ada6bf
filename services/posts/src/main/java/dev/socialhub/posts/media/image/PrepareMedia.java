package dev.socialhub.posts.media.image;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Makes an uploaded file ready to be stored. A picture loses its metadata, is turned upright, and
 * gets two smaller versions; a video stays as it is.
 */
@Singleton
public final class PrepareMedia {

    private static final int SMALL = 320;
    private static final int LARGE = 1080;

    private final PixelBudget budget;
    private final DecodeImage decodeImage;

    /**
     * Prepares files within a budget of memory.
     *
     * @param budget shared by all files that are decoded at the same time
     * @param timeout how long a picture may be decoded
     */
    public PrepareMedia(
            PixelBudget budget, @Value("${posts.media.decoding.timeout}") Duration timeout) {
        this.budget = budget;
        this.decodeImage = new DecodeImage(timeout);
    }

    /**
     * Prepares a file.
     *
     * @param folder where the files are written; the caller deletes them
     * @throws RefusedFileException when the file is damaged or too large
     * @throws InterruptedException while other pictures use the budget
     */
    public PreparedMedia prepare(Path upload, MediaFormat format, Path folder)
            throws IOException, InterruptedException {
        return switch (format) {
            case JPEG, PNG -> still(upload, format, folder);
            case GIF ->
                    cleaned(GifCleaner.clean(Files.readAllBytes(upload)), format, upload, folder);
            case WEBP ->
                    cleaned(WebpCleaner.clean(Files.readAllBytes(upload)), format, upload, folder);
            case MP4, QUICKTIME, WEBM ->
                    new PreparedMedia(file(upload, format), null, null, null, null);
        };
    }

    private PreparedMedia still(Path upload, MediaFormat format, Path folder)
            throws IOException, InterruptedException {
        ImageSize size = decodeImage.size(upload, format);
        Orientation orientation;
        if (format == MediaFormat.JPEG) {
            JpegMarkers.requireEnd(upload);
            orientation = Orientation.ofJpeg(upload);
        } else {
            orientation = Orientation.ofExif(PngChunks.exif(upload));
        }
        try (PixelBudget.Share _ = budget.take(size.pixels())) {
            // Not in a variable: while the one is written, the memory of the other is free.
            return rewritten(
                    DecodeImage.upright(
                            decodeImage.firstFrame(upload, format, size.frames()), orientation),
                    format,
                    folder);
        }
    }

    /** Only a picture that has to be turned is decoded and written again. */
    private PreparedMedia cleaned(CleanImage clean, MediaFormat format, Path upload, Path folder)
            throws IOException, InterruptedException {
        ImageSize size = clean.size();
        Orientation orientation = Orientation.ofExif(clean.exif());
        try (PixelBudget.Share _ = budget.take(size.pixels())) {
            BufferedImage first = decodeImage.firstFrame(upload, format, size.frames());
            if (!orientation.isUpright() && !size.isAnimated()) {
                BufferedImage upright = DecodeImage.upright(first, orientation);
                return rewritten(upright, EncodeImage.formatFor(upright), folder);
            }
            Path original = Files.write(folder.resolve("original"), clean.bytes());
            return withPreviews(file(original, format), size.width(), size.height(), first, folder);
        }
    }

    private static PreparedMedia rewritten(BufferedImage image, MediaFormat format, Path folder)
            throws IOException {
        Path original = folder.resolve("original");
        EncodeImage.write(image, format, original);
        return withPreviews(
                file(original, format), image.getWidth(), image.getHeight(), image, folder);
    }

    private static PreparedMedia withPreviews(
            PreparedFile original, int width, int height, BufferedImage image, Path folder)
            throws IOException {
        BufferedImage large = EncodeImage.scaled(image, LARGE);
        BufferedImage small = EncodeImage.scaled(large, SMALL);
        return new PreparedMedia(
                original,
                width,
                height,
                preview(small, folder.resolve("small")),
                preview(large, folder.resolve("large")));
    }

    private static PreparedFile preview(BufferedImage image, Path file) throws IOException {
        MediaFormat format = EncodeImage.formatFor(image);
        EncodeImage.write(image, format, file);
        return file(file, format);
    }

    private static PreparedFile file(Path path, MediaFormat format) throws IOException {
        return new PreparedFile(path, format, Files.size(path));
    }
}
