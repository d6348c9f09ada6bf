package dev.socialhub.posts.media.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store does. */
abstract class MediaStoreContract {

    private final String key = UUID.randomUUID() + "/original";

    @TempDir private Path folder;

    abstract MediaStore store();

    @Test
    void readsWhatWasPut() throws IOException {
        byte[] content = content(1_000_000);
        put(key, content);

        assertThat(read(key, 0, content.length)).contains(content);
    }

    @Test
    void readsAnyPart() throws IOException {
        byte[] content = content(5_000);
        put(key, content);

        assertThat(read(key, 0, 1)).contains(Arrays.copyOfRange(content, 0, 1));
        assertThat(read(key, 1_234, 766)).contains(Arrays.copyOfRange(content, 1_234, 2_000));
        assertThat(read(key, 4_999, 1)).contains(Arrays.copyOfRange(content, 4_999, 5_000));
    }

    @Test
    void putsTheSameObjectAgain() throws IOException {
        byte[] content = content(100);
        put(key, content);
        put(key, content);

        assertThat(read(key, 0, 100)).contains(content);
    }

    @Test
    void separatesKeys() throws IOException {
        String other = key.replace("/original", "/small");
        put(key, content(100));
        put(other, content(200));

        store().delete(other);

        assertThat(read(key, 0, 100)).contains(content(100));
        assertThat(read(other, 0, 100)).isEmpty();
    }

    @Test
    void deletesAnObjectForGood() throws IOException {
        put(key, content(100));

        store().delete(key);
        store().delete(key);

        assertThat(read(key, 0, 100)).isEmpty();
    }

    @Test
    void knowsNoOtherObjects() throws IOException {
        assertThat(read(UUID.randomUUID() + "/original", 0, 1)).isEmpty();
    }

    private void put(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("file"), content);
        store().put(name, file, "image/png");
    }

    private Optional<byte[]> read(String name, long from, long length) throws IOException {
        Optional<InputStream> opened = store().open(name, from, length);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = opened.get()) {
            return Optional.of(in.readAllBytes());
        }
    }

    /** Always the same for a length. */
    private static byte[] content(int length) {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        return content;
    }
}
