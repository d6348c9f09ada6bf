package dev.socialhub.cli.logs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** One log file of one process, read as entries. */
final class LogSource implements AutoCloseable {
    private final GrowingFile file;
    private final LineReader reader;

    private LogSource(Path path, LineReader reader) {
        this.file = new GrowingFile(path);
        this.reader = reader;
    }

    /** A file of JSON objects, one a line. */
    static LogSource ofJson(String process, Path path) {
        return new LogSource(path, new JsonLines(process));
    }

    /** A file with the output of a process, as it wrote it. */
    static LogSource ofOutput(String process, Path path) {
        return new LogSource(path, new PlainLines(process, ZoneId.systemDefault(), changed(path)));
    }

    /** The last entries, an unfinished line among them. */
    List<LogEntry> last(int count) {
        return reading(() -> {
            List<String> lines = file.last(count);
            return entries(Stream.concat(lines.stream(), file.rest().stream()));
        });
    }

    /** The last entries; an unfinished line comes with {@link #added} when it is complete. */
    List<LogEntry> lastWhole(int count) {
        return reading(() -> entries(file.last(count).stream()));
    }

    List<LogEntry> added() {
        return reading(() -> entries(file.added().stream()));
    }

    @Override
    public void close() {
        reading(() -> {
            file.close();
            return List.of();
        });
    }

    private List<LogEntry> entries(Stream<String> lines) {
        return lines.filter(line -> !line.isBlank()).map(reader::read).toList();
    }

    private static List<LogEntry> reading(Reading reading) {
        try {
            return reading.read();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Instant changed(Path path) {
        try {
            return Files.getLastModifiedTime(path).toInstant();
        } catch (IOException absent) {
            return Instant.now();
        }
    }

    private interface Reading {
        List<LogEntry> read() throws IOException;
    }
}
