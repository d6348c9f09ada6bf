package dev.socialhub.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.cli.check.DataCheck.Facts;
import dev.socialhub.cli.check.Finding.Status;
import dev.socialhub.cli.machine.WriteTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCheckTest {
    private static final Path FOLDER = Path.of("/srv/hub/data/redis");
    private static final Path MOUNT = Path.of("/srv/hub");

    @TempDir Path data;

    @Test
    void writableFoldersAndNoFoldersAreOk() throws IOException {
        assertThat(new DataCheck(data.resolve("none")).examine().status()).isEqualTo(Status.ok);
        Files.createDirectory(data.resolve("redis"));
        assertThat(new DataCheck(data).examine().found()).startsWith("1 folders can be written, ");
        try (var left = Files.list(data.resolve("redis"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aReadOnlyMountFailsWithTheCommandThatRemountsIt() {
        Finding finding = examine(Optional.of("Read-only file system"), 1L << 40);
        assertThat(finding.found()).isEqualTo(FOLDER + " is mounted read-only");
        assertThat(finding.fix()).endsWith("mount -o remount,rw /srv/hub");
    }

    @Test
    void aFullDiskFails() {
        assertThat(examine(Optional.of("No space left on device"), 0).found())
                .isEqualTo(FOLDER + " can't be written (No space left on device)");
        assertThat(examine(Optional.empty(), DataCheck.MIN_FREE_BYTES - 1).found())
                .isEqualTo("only 64.0 MB are free at " + FOLDER);
        assertThat(examine(Optional.empty(), DataCheck.MIN_FREE_BYTES).status())
                .isEqualTo(Status.ok);
    }

    @Test
    void aFolderOfAnotherUserFails() {
        assertThat(examine(Optional.of(WriteTest.DENIED), 1L << 40).fix())
                .endsWith("chown -R \"$USER\" " + FOLDER);
    }

    private static Finding examine(Optional<String> refusal, long usable) {
        WriteTest writing = new WriteTest(FOLDER, false, refusal, Optional.empty());
        return new DataCheck(() -> List.of(new Facts(FOLDER, writing, MOUNT, usable))).examine();
    }
}
