package dev.socialhub.posts.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pictures of every accepted format, made for tests. */
public final class Pictures {

    /** A text that a camera would write, and that no reader may see. */
    public static final String SECRET = "secret place";

    private Pictures() {}

    /** Red in its upper left quarter, blue elsewhere. */
    public static BufferedImage painted(int width, int height, int type) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.BLUE);
        canvas.fillRect(0, 0, width, height);
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width / 2, height / 2);
        canvas.dispose();
        return image;
    }

    public static byte[] jpeg(int width, int height) {
        return encoded(painted(width, height, BufferedImage.TYPE_3BYTE_BGR), "jpeg");
    }

    /** A square JPEG with many scans, all but the first ones a repetition of the last. */
    public static byte[] jpegOfScans(int side, int scans) {
        byte[] file = progressiveJpeg(painted(side, side, BufferedImage.TYPE_3BYTE_BGR));
        int end = file.length - 2;
        int begin = end;
        while (file[begin] != (byte) 0xFF || file[begin + 1] != (byte) 0xDA) {
            begin--;
        }
        ByteBuffer repeated = ByteBuffer.allocate(file.length + scans * (end - begin));
        repeated.put(file, 0, end);
        for (int i = 0; i < scans; i++) {
            repeated.put(file, begin, end - begin);
        }
        return repeated.put(file, end, 2).array();
    }

    private static byte[] progressiveJpeg(BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam settings = writer.getDefaultWriteParam();
        settings.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    public static byte[] png(int width, int height) {
        return encoded(painted(width, height, BufferedImage.TYPE_INT_ARGB), "png");
    }

    /** A JPEG with metadata that has an orientation and a description. */
    public static byte[] jpegOfCamera(int width, int height, int orientation) {
        byte[] plain = jpeg(width, height);
        byte[] exif = exif(orientation);
        ByteBuffer file = ByteBuffer.allocate(plain.length + exif.length + 10);
        file.put(plain, 0, 2);
        file.putShort((short) 0xFFE1).putShort((short) (exif.length + 8));
        file.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(exif);
        file.put(plain, 2, plain.length - 2);
        return file.array();
    }

    /** A TIFF directory with an orientation and a description. */
    public static byte[] exif(int orientation) {
        byte[] text = (SECRET + "\0").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer tiff =
                ByteBuffer.allocate(8 + 2 + 2 * 12 + 4 + text.length).order(ByteOrder.BIG_ENDIAN);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x010E).putShort((short) 2).putInt(text.length).putInt(38);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
        tiff.putShort((short) orientation).putShort((short) 0);
        tiff.putInt(0).put(text);
        return tiff.array();
    }

    /** An animation with a comment, whose frames have one size. */
    public static byte[] gif(int width, int height, int frames) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            BufferedImage frame = painted(width, height, BufferedImage.TYPE_BYTE_INDEXED);
            for (int i = 0; i < frames; i++) {
                writer.writeToSequence(new IIOImage(frame, null, null), null);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return withComment(bytes.toByteArray());
    }

    private static byte[] withComment(byte[] gif) {
        byte[] text = SECRET.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer file = ByteBuffer.allocate(gif.length + text.length + 4);
        file.put(gif, 0, gif.length - 1);
        file.put((byte) 0x21).put((byte) 0xFE).put((byte) text.length).put(text).put((byte) 0);
        return file.put((byte) 0x3B).array();
    }

    /** A still, losslessly encoded and of one colour, so that its data are the same at any size. */
    public static byte[] webp(int width, int height) {
        return riff(chunk("VP8L", oneColour(width, height)));
    }

    /** The same with metadata that has an orientation and a description. */
    public static byte[] webpOfCamera(int width, int height, int orientation) {
        return riff(
                chunk("VP8X", canvas(0x08, width, height)),
                chunk("VP8L", oneColour(width, height)),
                chunk("EXIF", exif(orientation)));
    }

    public static byte[] animatedWebp(int width, int height, int frames) {
        byte[][] chunks = new byte[frames + 3][];
        chunks[0] = chunk("VP8X", canvas(0x02 | 0x04, width, height));
        chunks[1] = chunk("ANIM", new byte[6]);
        ByteBuffer frame = ByteBuffer.allocate(16 + 8 + 14).order(ByteOrder.LITTLE_ENDIAN);
        frame.put(new byte[6]);
        threeBytes(frame, width - 1);
        threeBytes(frame, height - 1);
        threeBytes(frame, 100);
        frame.put((byte) 0).put(chunk("VP8L", oneColour(width, height)));
        for (int i = 0; i < frames; i++) {
            chunks[i + 2] = chunk("ANMF", frame.array());
        }
        chunks[frames + 2] = chunk("XMP ", SECRET.getBytes(StandardCharsets.US_ASCII));
        return riff(chunks);
    }

    private static byte[] canvas(int flags, int width, int height) {
        ByteBuffer canvas = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).putInt(flags);
        threeBytes(canvas, width - 1);
        threeBytes(canvas, height - 1);
        return canvas.array();
    }

    private static byte[] oneColour(int width, int height) {
        ByteBuffer data = ByteBuffer.allocate(13).order(ByteOrder.LITTLE_ENDIAN).put((byte) 0x2F);
        data.putInt((width - 1) | (height - 1) << 14 | 1 << 28);
        return data.put(HexFormat.of().parseHex("071011118888fe07")).array();
    }

    private static void threeBytes(ByteBuffer out, int number) {
        out.put((byte) number).put((byte) (number >> 8)).put((byte) (number >> 16));
    }

    private static byte[] chunk(String name, byte[] data) {
        ByteBuffer chunk =
                ByteBuffer.allocate(8 + data.length + (data.length & 1))
                        .order(ByteOrder.LITTLE_ENDIAN);
        chunk.put(name.getBytes(StandardCharsets.US_ASCII)).putInt(data.length).put(data);
        return chunk.array();
    }

    private static byte[] riff(byte[]... chunks) {
        int length = 4;
        for (byte[] chunk : chunks) {
            length += chunk.length;
        }
        ByteBuffer file = ByteBuffer.allocate(8 + length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(length);
        file.put("WEBP".getBytes(StandardCharsets.US_ASCII));
        for (byte[] chunk : chunks) {
            file.put(chunk);
        }
        return file.array();
    }

    /** The beginning of a video; nothing reads more of one. */
    public static byte[] mp4(int bytes) {
        ByteBuffer file = ByteBuffer.allocate(Math.max(bytes, 32));
        file.putInt(24).put("ftypisom".getBytes(StandardCharsets.US_ASCII)).putInt(512);
        return file.put("isommp42".getBytes(StandardCharsets.US_ASCII)).array();
    }

    private static byte[] encoded(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
