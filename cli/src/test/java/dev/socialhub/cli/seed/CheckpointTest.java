package dev.socialhub.cli.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
    private static final Instant UNTIL = Instant.parse("2025-10-31T23:00:00.123Z");

    @TempDir Path folder;

    @Test
    void findsWhatWasReachedAndTheEndOfTime() {
        Checkpoint checkpoint = Checkpoint.fresh(file(), UNTIL);
        assertThat(Checkpoint.find(file())).isEmpty();
        checkpoint.recordStored("posts", 17);
        checkpoint.save();

        Checkpoint found = Checkpoint.find(file()).orElseThrow();
        assertThat(found.until()).isEqualTo(UNTIL);
        assertThat(found.batches("posts")).isEqualTo(17);
        assertThat(found.batches("accounts")).isZero();
        assertThat(found.finished()).isFalse();

        found.finish();
        Checkpoint finished = Checkpoint.find(file()).orElseThrow();
        assertThat(finished.finished()).isTrue();
        finished.reset();
        Checkpoint over = Checkpoint.find(file()).orElseThrow();
        assertThat(over.finished()).isFalse();
        assertThat(over.batches("posts")).isZero();
        assertThat(over.until()).isEqualTo(UNTIL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"version\":2,\"until\":\"2025-11-01T00:00:00Z\"}",
                "{\"version\":1,\"until\":\"yesterday\"}"
            })
    void takesAnUnreadableFileForNone(String text) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), text);
        assertThat(Checkpoint.find(file())).isEmpty();
    }

    private Path file() {
        return folder.resolve("notes").resolve("seed.json");
    }
}
