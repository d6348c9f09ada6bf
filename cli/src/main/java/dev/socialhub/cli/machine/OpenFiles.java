package dev.socialhub.cli.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How many files this process may have open. A JVM raises its soft limit to the hard one when it
 * starts, and the processes that it launches inherit that: the limit here is the platform's.
 */
public final class OpenFiles {
    private static final String LABEL = "Max open files";

    private final Path proc;

    public OpenFiles(Path proc) {
        this.proc = proc;
    }

    /** {@link Long#MAX_VALUE} stands for "unlimited". */
    public record Limit(long soft, long hard) {}

    /** Empty on systems without {@code /proc}. */
    public Optional<Limit> limit() {
        try (var lines = Files.lines(proc.resolve("self/limits"))) {
            return lines.filter(line -> line.startsWith(LABEL))
                    .map(line -> line.substring(LABEL.length()).strip().split("\\s+"))
                    .filter(fields -> fields.length >= 2)
                    .map(fields -> new Limit(number(fields[0]), number(fields[1])))
                    .findFirst();
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private static long number(String text) {
        return text.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(text);
    }
}
