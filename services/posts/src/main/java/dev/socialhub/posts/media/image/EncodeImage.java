package dev.socialhub.posts.media.image;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;

/** Writes pictures as JPEG or PNG, without metadata. */
final class EncodeImage {

    private static final float QUALITY = 0.88f;

    private EncodeImage() {}

    /** PNG for a picture that may be transparent, JPEG for all others. */
    static MediaFormat formatFor(BufferedImage image) {
        return image.getColorModel().hasAlpha() ? MediaFormat.PNG : MediaFormat.JPEG;
    }

    static void write(BufferedImage image, MediaFormat format, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByMIMEType(format.mediaType()).next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            ImageWriteParam settings = writer.getDefaultWriteParam();
            if (format == MediaFormat.JPEG) {
                settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                settings.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), settings);
        } finally {
            writer.dispose();
        }
    }

    /** The picture with its longer side at this length; never larger than it is. */
    static BufferedImage scaled(BufferedImage image, int longerSide) throws IOException {
        int longer = Math.max(image.getWidth(), image.getHeight());
        double scale = Math.min(1, (double) longerSide / longer);
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage plain = plain(image);
        return scale == 1 ? plain : Thumbnails.of(plain).forceSize(width, height).asBufferedImage();
    }

    /**
     * Palettes and rare layouts become what every writer takes. The usual layouts stay, since a
     * copy takes as much memory again.
     */
    private static BufferedImage plain(BufferedImage image) {
        return switch (image.getType()) {
            case BufferedImage.TYPE_3BYTE_BGR,
                    BufferedImage.TYPE_INT_RGB,
                    BufferedImage.TYPE_BYTE_GRAY,
                    BufferedImage.TYPE_4BYTE_ABGR,
                    BufferedImage.TYPE_INT_ARGB ->
                    image;
            default -> copied(image);
        };
    }

    private static BufferedImage copied(BufferedImage image) {
        BufferedImage copy =
                new BufferedImage(
                        image.getWidth(),
                        image.getHeight(),
                        image.getColorModel().hasAlpha()
                                ? BufferedImage.TYPE_INT_ARGB
                                : BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D canvas = copy.createGraphics();
        try {
            canvas.drawImage(image, 0, 0, null);
        } finally {
            canvas.dispose();
        }
        return copy;
    }
}
