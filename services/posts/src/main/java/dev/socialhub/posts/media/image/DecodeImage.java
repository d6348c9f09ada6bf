package dev.socialhub.posts.media.image;

import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes pictures through ImageIO. Its readers warn of a truncated JPEG, and fill in the rest.
 *
 * @param limit how long the file of a picture may be read
 */
record DecodeImage(Duration limit) {

    /** The size in the header of a still picture; deep pixels count twice. */
    ImageSize size(Path file, MediaFormat format) throws IOException {
        return with(
                file,
                format,
                reader -> {
                    int width = reader.getWidth(0);
                    int height = reader.getHeight(0);
                    long pixels = (long) width * height * (isDeep(reader) ? 2 : 1);
                    return new ImageSize(width, height, 1, pixels).checked();
                });
    }

    /** Whether its samples have 16 bits, and so take twice the memory. */
    private static boolean isDeep(ImageReader reader) throws IOException {
        ImageTypeSpecifier type = reader.getRawImageType(0);
        return type != null && type.getColorModel().getComponentSize(0) > Byte.SIZE;
    }

    /** The first frame, once all have been decoded without an error. */
    BufferedImage firstFrame(Path file, MediaFormat format, int frames) throws IOException {
        return with(
                file,
                format,
                reader -> {
                    AtomicBoolean truncated = new AtomicBoolean();
                    reader.addIIOReadWarningListener((source, warning) -> {
                        if (warning.toLowerCase(Locale.ROOT).contains("premature end")) {
                            truncated.set(true);
                        }
                    });
                    BufferedImage first = reader.read(0);
                    for (int i = 1; i < frames; i++) {
                        reader.read(i);
                    }
                    if (truncated.get()) {
                        throw RefusedFileException.damaged();
                    }
                    return first;
                });
    }

    /** The picture upright, in the colours of the web, which pictures are shown in by default. */
    static BufferedImage upright(BufferedImage image, Orientation orientation) {
        ColorModel colours = image.getColorModel();
        if (orientation.isUpright() && isPlain(image)) {
            return image;
        }
        boolean sideways = orientation.isSideways();
        BufferedImage turned =
                new BufferedImage(
                        sideways ? image.getHeight() : image.getWidth(),
                        sideways ? image.getWidth() : image.getHeight(),
                        colours.hasAlpha()
                                ? BufferedImage.TYPE_4BYTE_ABGR
                                : BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D canvas = turned.createGraphics();
        try {
            canvas.drawImage(image, orientation.turning(image.getWidth(), image.getHeight()), null);
        } finally {
            canvas.dispose();
        }
        return turned;
    }

    private static boolean isPlain(BufferedImage image) {
        ColorSpace space = image.getColorModel().getColorSpace();
        return space.isCS_sRGB()
                ? image.getType() != BufferedImage.TYPE_CUSTOM
                : image.getType() == BufferedImage.TYPE_BYTE_GRAY;
    }

    private <T> T with(Path file, MediaFormat format, Use<T> use) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(format.mediaType());
        if (!readers.hasNext()) {
            throw new IllegalStateException("no reader for " + format);
        }
        ImageReader reader = readers.next();
        try (ImageInputStream in = new TimedImageInput(file, limit)) {
            reader.setInput(in, false, true);
            return use.of(reader);
        } catch (RefusedFileException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Readers meet damaged data with any of these.
            throw RefusedFileException.damaged();
        } finally {
            reader.dispose();
        }
    }

    @FunctionalInterface
    private interface Use<T> {
        T of(ImageReader reader) throws IOException;
    }
}
