package dev.socialhub.cli.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTableTest {
    @TempDir Path proc;

    @Test
    void addsUpAProcessAndItsChildrenAndTheirEndedOnes() throws IOException {
        process(100, 1, "postgres", "10 20 3 4");
        process(101, 100, "postgres: writer", "100 0 0 0");
        process(102, 101, "a) odd (name", "1000 0 0 0");
        process(200, 1, "java", "5000 0 0 0");
        ProcessTable table = ProcessTable.read(proc);
        assertThat(table.family(100)).containsExactlyInAnyOrder(100L, 101L, 102L);
        assertThat(table.cpuSeconds(100)).hasValue(11.37);
        assertThat(table.cpuSeconds(200)).hasValue(50);
        assertThat(table.started(102)).hasValue(777);
    }

    @Test
    void endedProcessesHaveNoTimesAndNoChildren() throws IOException {
        process(100, 1, "java", "1 1 0 0");
        ProcessTable table = ProcessTable.read(proc);
        assertThat(table.cpuSeconds(7)).isEmpty();
        assertThat(table.started(7)).isEmpty();
        assertThat(table.family(7)).isEmpty();
    }

    @Test
    void elsewhereItIsEmpty() {
        assertThat(ProcessTable.read(proc.resolve("none")).cpuSeconds(1)).isEmpty();
    }

    @Test
    void theMachineCountsWhatItsCoresDidAndNotWhatTheyWaitedFor() throws IOException {
        Files.writeString(proc.resolve("stat"), "cpu  100 10 50 9000 800 5 5 30 70 0\ncpu0 1 1\n");
        Files.writeString(proc.resolve("cpuinfo"), "processor : 0\nmodel name\t: Fast One\n");
        Files.writeString(proc.resolve("loadavg"), "1.25 0.5 0.1 2/300 4711\n");
        CpuModel processor = new CpuModel(proc);
        assertThat(processor.busySeconds()).hasValue(2.0);
        assertThat(processor.model()).hasValue("Fast One");
        assertThat(processor.load()).hasValue(1.25);
        assertThat(processor.kernel()).isEmpty();
    }

    private void process(long pid, long parent, String name, String times) throws IOException {
        Path folder = Files.createDirectories(proc.resolve(Long.toString(pid)));
        Files.writeString(
                folder.resolve("stat"),
                "%d (%s) S %d 0 0 0 -1 0 1 2 3 4 %s 20 0 9 0 777 1 1\n"
                        .formatted(pid, name, parent, times));
    }
}
