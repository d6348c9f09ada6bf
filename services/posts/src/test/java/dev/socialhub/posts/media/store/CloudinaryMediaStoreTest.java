package dev.socialhub.posts.media.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloudinaryMediaStoreTest extends MediaStoreContract {

    private final FakeCloudinary cloudinary = new FakeCloudinary();

    @TempDir private Path folder;

    @Override
    MediaStore store() {
        return new CloudinaryMediaStore(
                new CloudinaryConfiguration(
                        FakeCloudinary.CLOUD,
                        FakeCloudinary.KEY,
                        FakeCloudinary.SECRET,
                        cloudinary.url(),
                        cloudinary.url()),
                Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        cloudinary.close();
    }

    @Test
    void failsWhileCloudinaryRefuses() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        MediaStore store = store();
        cloudinary.failing = true;

        assertThatThrownBy(() -> store.put("a/original", file, "image/png"))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.open("a/original", 0, 1)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.delete("a/original")).isInstanceOf(IOException.class);
    }

    /** The example in Cloudinary's documentation of signatures. */
    @Test
    void signsCallsAsTheDocumentationDoes() {
        assertThat(
                        new CloudinarySignature("abcd")
                                .ofCall(
                                        Map.of(
                                                "timestamp", "1315060510",
                                                "public_id", "sample_image",
                                                "eager", "w_400,h_300,c_pad|w_260,h_200,c_crop")))
                .isEqualTo("bfd09f95f331f558cbd1320e67aa8d488770583e");
    }
}
