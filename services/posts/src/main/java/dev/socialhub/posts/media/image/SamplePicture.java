package dev.socialhub.posts.media.image;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

/** A small landscape whose colours depend on an id, so that an id always has the same picture. */
public final class SamplePicture {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 320;
    private static final int HORIZON = HEIGHT * 2 / 3;
    private static final int SUN = 80;

    private SamplePicture() {}

    /** Draws the picture of an id as a PNG; returns the file. */
    public static Path draw(UUID id, Path file) throws IOException {
        int bits = id.hashCode();
        float hue = (bits & 0xFF) / 256f;
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D canvas = image.createGraphics();
        Color above = Color.getHSBColor(hue, 0.7f, 0.6f);
        Color below = Color.getHSBColor(hue + 0.1f, 0.4f, 1);
        canvas.setPaint(new GradientPaint(0, 0, above, 0, HORIZON, below));
        canvas.fillRect(0, 0, WIDTH, HORIZON);
        canvas.setPaint(Color.getHSBColor(0.13f, 0.6f, 1));
        canvas.fillOval((bits >>> 8) % (WIDTH - SUN), HORIZON - SUN, SUN, SUN);
        canvas.setPaint(Color.getHSBColor(hue + 0.5f, 0.6f, 0.4f));
        canvas.fillRect(0, HORIZON, WIDTH, HEIGHT - HORIZON);
        canvas.dispose();
        EncodeImage.write(image, MediaFormat.PNG, file);
        return file;
    }
}
