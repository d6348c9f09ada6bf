package dev.socialhub.cli.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class MachineTest {
    @TempDir Path proc;

    @Test
    void readsAvailableMemory() throws IOException {
        Files.writeString(
                proc.resolve("meminfo"),
                "MemTotal:       24646552 kB\nMemAvailable:    2097152 kB\n");
        assertThat(new MachineMemory(proc).available()).hasValue(2L << 30);
    }

    @Test
    void knowsNoMemoryWithoutProc() {
        assertThat(new MachineMemory(proc).available()).isEmpty();
        assertThat(new ProcessMemory(proc).of(1)).isEmpty();
    }

    @Test
    void countsSharedPagesOnceWhereTheKernelTells() throws IOException {
        Path process = Files.createDirectory(proc.resolve("999999999"));
        Files.writeString(process.resolve("status"), "Name:\tx\nVmRSS:\t 2048 kB\n");
        assertThat(new ProcessMemory(proc).of(999_999_999)).hasValue(2048 * 1024);
        Files.writeString(process.resolve("smaps_rollup"), "Rss:     2048 kB\nPss:     1024 kB\n");
        assertThat(new ProcessMemory(proc).of(999_999_999)).hasValue(1024 * 1024);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void findsTheProcessThatHoldsAPort() throws IOException {
        PortHolders holders = new PortHolders(Path.of("/proc"));
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
            assertThat(holders.isFree(port)).isFalse();
            assertThat(holders.holder(port))
                    .hasValueSatisfying(holder ->
                            assertThat(holder.pid()).isEqualTo(ProcessHandle.current().pid()));
        }
        assertThat(holders.isFree(port)).isTrue();
        assertThat(holders.holder(port)).isEmpty();
    }
}
