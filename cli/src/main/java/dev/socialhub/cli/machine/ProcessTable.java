package dev.socialhub.cli.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** All processes of the machine at one moment, as the kernel lists them. */
public final class ProcessTable {
    /** Ticks in a second, as the kernel reports times, whatever its own timer frequency is. */
    private static final double TICKS = 100;

    // Counted from the field after the name, which may contain blanks and brackets itself.
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int WAITED_SYSTEM = 14;
    private static final int STARTED = 19;

    private final Map<Long, Row> rows;

    private ProcessTable(Map<Long, Row> rows) {
        this.rows = Map.copyOf(rows);
    }

    private record Row(long parent, long ticks, long started) {}

    /** Reads the table; empty on systems without {@code /proc}. */
    public static ProcessTable read(Path proc) {
        Map<Long, Row> rows = new HashMap<>();
        try (Stream<Path> folders = Files.list(proc)) {
            for (Path folder : folders.toList()) {
                String name = folder.getFileName().toString();
                if (name.chars().allMatch(Character::isDigit)) {
                    line(folder.resolve("stat"))
                            .ifPresent(line -> rows.put(Long.parseLong(name), row(line)));
                }
            }
        } catch (IOException | UncheckedIOException noSuchSystem) {
            return new ProcessTable(Map.of());
        }
        return new ProcessTable(rows);
    }

    /**
     * CPU seconds that a process and all its children have used. Those of children that have ended
     * count as their parent's, so the sum never shrinks while the process lives.
     *
     * @return empty if there is no such process
     */
    public OptionalDouble cpuSeconds(long pid) {
        if (!rows.containsKey(pid)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                family(pid).stream().map(rows::get).mapToLong(Row::ticks).sum() / TICKS);
    }

    /**
     * When it was started, in ticks since the machine was; a different value means a different
     * process.
     */
    public OptionalLong started(long pid) {
        Row row = rows.get(pid);
        return row == null ? OptionalLong.empty() : OptionalLong.of(row.started());
    }

    /** A process and all its descendants; empty if there is no such process. */
    public List<Long> family(long pid) {
        if (!rows.containsKey(pid)) {
            return List.of();
        }
        Map<Long, List<Long>> children = new HashMap<>();
        rows.forEach((child, row) ->
                children.computeIfAbsent(row.parent(), _ -> new ArrayList<>()).add(child));
        Deque<Long> left = new ArrayDeque<>(List.of(pid));
        List<Long> family = new ArrayList<>();
        while (!left.isEmpty()) {
            long one = left.pop();
            family.add(one);
            left.addAll(children.getOrDefault(one, List.of()));
        }
        return family;
    }

    private static Optional<String> line(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException endedMeanwhile) {
            return Optional.empty();
        }
    }

    private static Row row(String line) {
        String[] fields = line.substring(line.lastIndexOf(')') + 1).strip().split("\\s+", -1);
        long ticks = 0;
        for (int field = USER; field <= WAITED_SYSTEM; field++) {
            ticks += Long.parseLong(fields[field]);
        }
        return new Row(Long.parseLong(fields[PARENT]), ticks, Long.parseLong(fields[STARTED]));
    }
}
