package dev.socialhub.posts.media.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3MediaStoreIT extends MediaStoreContract {

    private Path folder;
    private S3Server server;
    private S3MediaStore store;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        folder = temporary;
        server = new S3Server(temporary);
        store = new S3MediaStore(server.configuration());
    }

    @AfterAll
    void stop() {
        store.close();
        server.close();
    }

    @Override
    MediaStore store() {
        return store;
    }

    @Test
    void failsWithWrongCredentials() throws IOException {
        S3Configuration right = server.configuration();
        S3MediaStore stranger =
                new S3MediaStore(
                        new S3Configuration(
                                right.bucket(),
                                right.endpoint(),
                                right.region(),
                                right.accessKey(),
                                "wrong"));
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThatThrownBy(() -> stranger.put("a/original", file, "image/png"))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> stranger.open("a/original", 0, 1)).isInstanceOf(IOException.class);
        stranger.close();
    }
}
