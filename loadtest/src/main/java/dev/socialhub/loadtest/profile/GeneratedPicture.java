package dev.socialhub.loadtest.profile;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** A picture with as much detail as a photograph, so that encoding it costs as much. */
final class GeneratedPicture {

    private static final int SEED = 1;
    private static final int NOISE = 32;

    private GeneratedPicture() {}

    /** A JPEG; always the same for a size. */
    static byte[] jpeg(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Random random = new Random(SEED);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int noise = random.nextInt(NOISE);
                int red = 200 * x / width + noise;
                int green = 200 * y / height + noise;
                image.setRGB(x, y, red << 16 | green << 8 | 100 + noise);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
