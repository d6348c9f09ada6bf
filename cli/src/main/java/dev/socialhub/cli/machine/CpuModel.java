package dev.socialhub.cli.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The machine's processor and kernel, where the kernel reports them ({@code /proc}). */
public final class CpuModel {
    private static final double TICKS = 100;
    private static final int IDLE = 4;
    private static final int WAITING = 5;
    private static final int STOLEN = 8;

    private final Path proc;

    public CpuModel(Path proc) {
        this.proc = proc;
    }

    /** Such as {@code AMD EPYC 7B13}. */
    public Optional<String> model() {
        return lines("cpuinfo")
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }

    /** Such as {@code 6.1.0}. */
    public Optional<String> kernel() {
        return lines("sys/kernel/osrelease").map(String::strip).findFirst();
    }

    /** How many threads wanted to run, on average of the last minute. */
    public OptionalDouble load() {
        return lines("loadavg")
                .map(line -> line.split(" ", -1)[0])
                .mapToDouble(Double::parseDouble)
                .findFirst();
    }

    /** Seconds that all cores together have worked since the machine was started. */
    public OptionalDouble busySeconds() {
        return lines("stat")
                .filter(line -> line.startsWith("cpu "))
                .mapToDouble(CpuModel::busy)
                .findFirst();
    }

    private static double busy(String line) {
        String[] fields = line.split("\\s+", -1);
        long ticks = 0;
        // The time of virtual machines is included in the first fields already.
        for (int field = 1; field <= STOLEN && field < fields.length; field++) {
            if (field != IDLE && field != WAITING) {
                ticks += Long.parseLong(fields[field]);
            }
        }
        return ticks / TICKS;
    }

    private Stream<String> lines(String file) {
        try {
            return Files.readString(proc.resolve(file), StandardCharsets.UTF_8).lines();
        } catch (IOException absent) {
            return Stream.empty();
        }
    }
}
