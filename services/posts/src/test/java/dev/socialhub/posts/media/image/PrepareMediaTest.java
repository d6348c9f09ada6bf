package dev.socialhub.posts.media.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.socialhub.posts.media.Pictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrepareMediaTest {

    private final PrepareMedia prepareMedia = prepareWithin(Duration.ofSeconds(20));

    @TempDir private Path folder;

    @Test
    void removesMetadataAndTurnsTheOriginal() throws Exception {
        byte[] camera = Pictures.jpegOfCamera(400, 200, 6);
        assertThat(text(camera)).contains(Pictures.SECRET);

        PreparedMedia media = prepare(camera, MediaFormat.JPEG);

        assertThat(text(Files.readAllBytes(media.original().path())))
                .doesNotContain(Pictures.SECRET, "Exif");
        assertThat(media.width()).isEqualTo(200);
        assertThat(media.height()).isEqualTo(400);
        // The upper left quarter was red before it was turned clockwise.
        BufferedImage upright = read(media.original());
        assertThat(isRed(upright, 150, 50)).isTrue();
        assertThat(isRed(upright, 50, 50)).isFalse();
    }

    @Test
    void turnsByEachOrientation() throws Exception {
        int[][] red = {
            {50, 25}, {150, 25}, {150, 75}, {50, 75}, {25, 50}, {75, 50}, {75, 150}, {25, 150}
        };
        for (int tag = 1; tag <= 8; tag++) {
            BufferedImage upright =
                    read(
                            prepare(Pictures.jpegOfCamera(200, 100, tag), MediaFormat.JPEG)
                                    .original());
            int[] place = red[tag - 1];
            assertThat(isRed(upright, place[0], place[1])).as("orientation " + tag).isTrue();
            assertThat(isRed(upright, upright.getWidth() - place[0], place[1])).isFalse();
            assertThat(isRed(upright, place[0], upright.getHeight() - place[1])).isFalse();
        }
    }

    @Test
    void makesTwoPreviewsAndNeverEnlarges() throws Exception {
        PreparedMedia wide = prepare(Pictures.jpeg(2_000, 1_000), MediaFormat.JPEG);
        assertSize(wide.small(), 320, 160);
        assertSize(wide.large(), 1_080, 540);
        assertThat(Objects.requireNonNull(wide.small()).format()).isEqualTo(MediaFormat.JPEG);

        PreparedMedia tiny = prepare(Pictures.png(7, 200), MediaFormat.PNG);
        assertSize(tiny.small(), 7, 200);
        assertSize(tiny.large(), 7, 200);
        assertThat(Objects.requireNonNull(tiny.small()).format()).isEqualTo(MediaFormat.PNG);
        assertSize(prepare(Pictures.png(3_000, 1), MediaFormat.PNG).small(), 320, 1);
    }

    @Test
    void keepsAnimationsWithoutTheirMetadata() throws Exception {
        PreparedMedia gif = prepare(Pictures.gif(600, 400, 3), MediaFormat.GIF);
        assertThat(gif.original().format()).isEqualTo(MediaFormat.GIF);
        assertThat(frames(gif.original())).isEqualTo(3);
        assertThat(text(Files.readAllBytes(gif.original().path()))).doesNotContain(Pictures.SECRET);
        assertSize(gif.small(), 320, 213);

        PreparedMedia webp = prepare(Pictures.animatedWebp(600, 400, 3), MediaFormat.WEBP);
        assertThat(webp.original().format()).isEqualTo(MediaFormat.WEBP);
        assertThat(frames(webp.original())).isEqualTo(3);
        assertThat(text(Files.readAllBytes(webp.original().path())))
                .doesNotContain(Pictures.SECRET, "XMP ");
        assertSize(webp.small(), 320, 213);
    }

    @Test
    void keepsAStillWebpUnlessItHasToBeTurned() throws Exception {
        PreparedMedia upright = prepare(Pictures.webpOfCamera(400, 200, 1), MediaFormat.WEBP);
        assertThat(upright.original().format()).isEqualTo(MediaFormat.WEBP);
        assertThat(text(Files.readAllBytes(upright.original().path())))
                .doesNotContain(Pictures.SECRET, "EXIF");
        assertThat(read(upright.original()).getWidth()).isEqualTo(400);

        PreparedMedia turned = prepare(Pictures.webpOfCamera(400, 200, 8), MediaFormat.WEBP);
        assertThat(turned.original().format()).isEqualTo(MediaFormat.JPEG);
        assertThat(turned.width()).isEqualTo(200);
        assertThat(text(Files.readAllBytes(turned.original().path())))
                .doesNotContain(Pictures.SECRET);
    }

    @Test
    void refusesWhatIsTruncatedOrDamaged() {
        for (MediaFormat format : MediaFormat.values()) {
            if (!format.isVideo()) {
                byte[] whole = picture(format);
                for (int length : new int[] {16, whole.length / 2, whole.length - 3}) {
                    assertRefused(Arrays.copyOf(whole, length), format, "is truncated or damaged");
                }
            }
        }
        byte[] noise = Pictures.png(60, 60);
        Arrays.fill(noise, 45, noise.length - 12, (byte) 0x5A);
        assertRefused(noise, MediaFormat.PNG, "is truncated or damaged");
    }

    @Test
    void refusesTooManyPixelsAndFramesBeforeItDecodesAny() {
        byte[] huge = Pictures.png(4, 4);
        // The header claims 30,000 x 30,000.
        huge[18] = huge[22] = 0x75;
        huge[19] = huge[23] = 0x30;
        assertRefused(huge, MediaFormat.PNG, "megapixels");
        // 5,000 x 5,000 with 16 bits a channel.
        byte[] deep = Pictures.png(4, 4);
        deep[18] = deep[22] = 0x13;
        deep[19] = deep[23] = (byte) 0x88;
        deep[24] = 16;
        assertRefused(deep, MediaFormat.PNG, "megapixels");
        assertRefused(Pictures.webp(16_000, 16_000), MediaFormat.WEBP, "40 megapixels");
        assertRefused(Pictures.webp(3_200, 3_200), MediaFormat.WEBP, "10 megapixels");
        assertRefused(Pictures.animatedWebp(2_000, 2_000, 3), MediaFormat.WEBP, "10 megapixels");
        assertRefused(Pictures.animatedWebp(4_000, 4_000, 3), MediaFormat.WEBP, "megapixels");
        assertRefused(Pictures.animatedWebp(2, 2, 301), MediaFormat.WEBP, "300 frames");
        assertRefused(Pictures.gif(2, 2, 301), MediaFormat.GIF, "300 frames");
        byte[] canvas = Pictures.gif(2, 2, 2);
        canvas[7] = canvas[9] = (byte) 0xFF;
        assertRefused(canvas, MediaFormat.GIF, "megapixels");
    }

    /** Each scan is a few bytes, and takes as long as the whole picture. */
    @Test
    void refusesAPictureThatTakesTooLongToDecode() throws Exception {
        byte[] endless = Pictures.jpegOfScans(2_000, 20_000);
        PrepareMedia impatient = prepareWithin(Duration.ofMillis(300));

        assertThatThrownBy(() -> prepare(impatient, endless, MediaFormat.JPEG))
                .isInstanceOf(RefusedFileException.class)
                .hasMessage("takes too long to decode");
    }

    private static PrepareMedia prepareWithin(Duration timeout) {
        return new PrepareMedia(new PixelBudget(), timeout);
    }

    @Test
    void keepsVideosAsTheyAre() throws Exception {
        byte[] video = Pictures.mp4(5_000);

        PreparedMedia media = prepare(video, MediaFormat.MP4);

        assertThat(Files.readAllBytes(media.original().path())).isEqualTo(video);
        assertThat(media.small()).isNull();
        assertThat(media.width()).isNull();
    }

    private static byte[] picture(MediaFormat format) {
        return switch (format) {
            case JPEG -> Pictures.jpeg(300, 200);
            case PNG -> Pictures.png(300, 200);
            case GIF -> Pictures.gif(300, 200, 2);
            case WEBP -> Pictures.webp(300, 200);
            case MP4, QUICKTIME, WEBM -> throw new AssertionError("no picture");
        };
    }

    private void assertRefused(byte[] content, MediaFormat format, String reason) {
        assertThatThrownBy(() -> prepare(content, format))
                .as(format + " of " + content.length + " bytes")
                .isInstanceOf(RefusedFileException.class)
                .hasMessageContaining(reason);
    }

    private PreparedMedia prepare(byte[] content, MediaFormat format)
            throws IOException, InterruptedException {
        return prepare(prepareMedia, content, format);
    }

    private PreparedMedia prepare(PrepareMedia prepareMedia, byte[] content, MediaFormat format)
            throws IOException, InterruptedException {
        Path own = Files.createTempDirectory(folder, "media");
        return prepareMedia.prepare(Files.write(own.resolve("upload"), content), format, own);
    }

    private static void assertSize(@Nullable PreparedFile file, int width, int height)
            throws IOException {
        BufferedImage image = read(Objects.requireNonNull(file));
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
        assertThat(file.bytes()).isEqualTo(Files.size(file.path()));
    }

    private static BufferedImage read(PreparedFile file) throws IOException {
        return ImageIO.read(file.path().toFile());
    }

    private static int frames(PreparedFile file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByMIMEType(file.format().mediaType()).next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.path().toFile())) {
            reader.setInput(in);
            return reader.getNumImages(true);
        } finally {
            reader.dispose();
        }
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        int colour = image.getRGB(x, y);
        return (colour >> 16 & 0xFF) > 200 && (colour & 0xFF) < 60;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
