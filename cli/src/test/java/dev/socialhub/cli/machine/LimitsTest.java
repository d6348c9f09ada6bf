package dev.socialhub.cli.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socialhub.cli.machine.OpenFiles.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsTest {
    @TempDir Path folder;

    @Test
    void readsTheLimitOfOpenFiles() throws IOException {
        Path self = Files.createDirectory(folder.resolve("self"));
        Files.writeString(
                self.resolve("limits"),
                """
                Limit                     Soft Limit           Hard Limit           Units
                Max processes             93962                93962                processes
                Max open files            1024                 unlimited            files
                """);
        assertThat(new OpenFiles(folder).limit()).hasValue(new Limit(1024, Long.MAX_VALUE));
    }

    @Test
    void knowsNoLimitWithoutProc() {
        assertThat(new OpenFiles(folder).limit()).isEmpty();
    }

    @Test
    void readsTotalMemory() throws IOException {
        Files.writeString(folder.resolve("meminfo"), "MemTotal:       2097152 kB\n");
        assertThat(new MachineMemory(folder).total()).hasValue(2L << 30);
    }

    @Test
    void aTrialOfWritingLeavesNothing() throws IOException {
        WriteTest writing = WriteTest.trial(folder);
        assertThat(writing.refusal()).isEmpty();
        assertThat(writing.skew().orElseThrow()).isBetween(seconds(-5), seconds(5));
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aTrialInAMissingFolderReportsTheReason() {
        assertThat(WriteTest.trial(folder.resolve("none")).refusal()).isPresent();
    }

    @Test
    void aMountIsTheTopOfItsFileSystem() throws IOException {
        Path mount = WriteTest.mount(folder);
        assertThat(folder.toRealPath()).startsWith(mount);
        assertThat(WriteTest.mount(Path.of("/"))).isEqualTo(Path.of("/"));
    }

    @Test
    void theNearestFolderIsTheOneThatExists() {
        assertThat(WriteTest.nearestFolder(folder.resolve("a/b"))).isEqualTo(folder);
        assertThat(WriteTest.nearestFolder(folder)).isEqualTo(folder);
    }

    private static Duration seconds(int amount) {
        return Duration.ofSeconds(amount);
    }
}
