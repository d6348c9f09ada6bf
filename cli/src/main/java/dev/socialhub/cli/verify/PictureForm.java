package dev.socialhub.cli.verify;

import dev.socialhub.cli.http.Http.Content;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** A post with a picture, which is drawn in memory, as a browser sends it. */
final class PictureForm {
    static final int WIDTH = 64;
    static final int HEIGHT = 48;

    private static final String BOUNDARY = "socialhubctl-verify";

    private PictureForm() {}

    /** The form of a post for followers. */
    static Content of(String text) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        part(form, "name=\"content\"", text.getBytes(StandardCharsets.UTF_8));
        part(form, "name=\"visibility\"", "followers".getBytes(StandardCharsets.UTF_8));
        part(form, "name=\"file\"; filename=\"picture.png\"", picture());
        write(form, "--" + BOUNDARY + "--\r\n");
        return new Content("multipart/form-data; boundary=" + BOUNDARY, form.toByteArray());
    }

    private static void part(ByteArrayOutputStream form, String description, byte[] content) {
        write(form, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; ");
        write(form, description + "\r\n\r\n");
        form.writeBytes(content);
        write(form, "\r\n");
    }

    private static void write(ByteArrayOutputStream form, String text) {
        form.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] picture() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.ORANGE);
        canvas.fillOval(0, 0, WIDTH, HEIGHT);
        canvas.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
