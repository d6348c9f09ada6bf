package dev.socialhub.posts.media.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalMediaStoreTest extends MediaStoreContract {

    @TempDir private Path folder;

    @Override
    MediaStore store() {
        return new LocalMediaStore(folder.resolve("media").toString());
    }

    @Test
    void leavesNothingOfAFailedPut() throws IOException {
        MediaStore store = store();

        assertThatThrownBy(() -> store.put("a/original", folder.resolve("missing"), "image/png"))
                .isInstanceOf(IOException.class);
        try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void deletesWhatAKilledProcessHadWritten() throws IOException {
        MediaStore store = store();
        Path file = Files.writeString(folder.resolve("file"), "x");
        store.put("a/original", file, "image/png");
        Path stored = folder.resolve("media/a/a/original");
        Path part = Files.writeString(stored.resolveSibling("original.part"), "half");

        store.delete("a/original");
        assertThat(stored).doesNotExist();
        assertThat(part).doesNotExist();
    }

    @Test
    void staysInItsFolder() {
        MediaStore store = store();

        assertThatThrownBy(() -> store.delete("../../../etc/original"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
