package dev.socialhub.posts.media.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.posts.media.Pictures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaFormatTest {

    @TempDir private Path folder;

    @Test
    void recognizesTheAcceptedFormatsByTheirContent() throws IOException {
        assertThat(of(Pictures.jpeg(8, 8))).contains(MediaFormat.JPEG);
        assertThat(of(Pictures.png(8, 8))).contains(MediaFormat.PNG);
        assertThat(of(Pictures.gif(8, 8, 2))).contains(MediaFormat.GIF);
        assertThat(of(Pictures.webp(8, 8))).contains(MediaFormat.WEBP);
        assertThat(of(Pictures.mp4(100))).contains(MediaFormat.MP4);
        for (String brand : List.of("mp42", "iso5", "avc1", "M4V ", "dash")) {
            assertThat(of("\0\0\0\30ftyp" + brand + "\0\0\0\0")).contains(MediaFormat.MP4);
        }
        assertThat(of("\0\0\0\24ftypqt  \0\0\0\0qt  ")).contains(MediaFormat.QUICKTIME);
        assertThat(of("\u001aE\u00df\u00a3\u009fB\u0086\u0081\1B\u00f7\u0081\1B\u0082\u0084webm"))
                .contains(MediaFormat.WEBM);
    }

    @Test
    void acceptsNothingElse() throws IOException {
        for (String content :
                List.of(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                        "<!DOCTYPE html><html><script>alert(1)</script>",
                        "MZ\u0090\0\3\0\0\0",
                        "\u007fELF\2\1\1",
                        "#!/bin/sh\n",
                        "%PDF-1.7",
                        "PK\3\4",
                        "just text",
                        "\0\0\0\30ftypheic\0\0\0\0mif1heic",
                        "\0\0\0\30ftypavif\0\0\0\0avif",
                        "\0\0\0\30ftypM4A \0\0\0\0M4A ",
                        "\u001aE\u00df\u00a3\u00a3B\u0086\u0081\1B\u0082\u0088matroska")) {
            assertThat(of(content)).as(content).isEmpty();
        }
    }

    private Optional<MediaFormat> of(String latin1) throws IOException {
        return of(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Optional<MediaFormat> of(byte[] content) throws IOException {
        return MediaFormat.of(Files.write(folder.resolve("misleading.svg"), content));
    }
}
